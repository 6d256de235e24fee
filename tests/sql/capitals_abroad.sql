-- Capitals say little where the language is not English: German nouns are no people; full names and listed names still count.
.load ./gazette
.mode list
SELECT surface, type FROM entities('Am Mittwoch sagte der Aufsichtsrat, der Umsatz sei im dritten Quartal um neun Prozent gestiegen, und Siemens habe eine Strafe von 798 Millionen Euro gezahlt, wie Roland Harms mitteilte.');
SELECT surface, type FROM entities('Cette acquisition renforce le groupe, a déclaré Claire Moreau, qui dirige la filiale de Sanofi depuis un an.');
SELECT surface, type FROM entities('La Junta aprobó ayer las cuentas y Marta Ruiz dijo que la Empresa no pagará la multa a Iberdrola este año.');
SELECT surface, type FROM entities('The board met Quillmark on Wednesday, and Roland Harms said that it would pay the fine to Siemens.');
