// Prints for each peer: what, language, peer, MB read, MB/s, how many found. Each reads paragraphs until a few seconds are spent; the first
// tenth of a second is not counted (a just-in-time compiler warms up).
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
const [en, hans] = process.argv.slice(2).map(f => readFileSync(f, 'utf8').split('\n').filter(p => p.trim()))
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1e6 }
function race(what, lang, name, paragraphs, load) {
  let find
  try { find = load() } catch (e) { console.log(what, lang, name, 0, 'skip'); console.error(String(e)); return }
  const warm = cpu()
  for (let i = 0; cpu() - warm < 0.5; i++) find(paragraphs[i % paragraphs.length])
  let bytes = 0, found = 0
  const start = cpu()
  for (const p of paragraphs) {
    found += find(p)
    bytes += Buffer.byteLength(p) + 2        // the empty line between paragraphs
    if (cpu() - start > 5) break
  }
  console.log(what, lang, name, (bytes / 1e6).toFixed(3), (bytes / 1e6 / (cpu() - start)).toFixed(4), found)
}
const money = culture => () => { const r = require('@microsoft/recognizers-text-suite'); const c = r.Culture[culture]; return p => r.recognizeCurrency(p, c).length }
race('money', 'en', 'Recognizers-Text', en, money('English'))
race('money', 'hans', 'Recognizers-Text', hans, money('Chinese'))
race('money', 'en', 'compromise', en, () => { const nlp = require('compromise'); return p => nlp(p).money().length })
race('names', 'en', 'compromise', en, () => { const nlp = require('compromise'); return p => { const d = nlp(p); return d.people().length + d.organizations().length } })
race('names', 'hans', 'jieba', hans, () => { const { Jieba } = require('@node-rs/jieba'); const { dict } = require('@node-rs/jieba/dict'); const j = Jieba.withDict(dict); return p => j.tag(p, true).filter(t => /^(nr|ns|nt|nz)/.test(t.tag)).length })
