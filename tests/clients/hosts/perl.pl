# Perl's DBD::SQLite.
use strict; use warnings; use DBI;
my ($extension, $queries) = @ARGV;
my $db = DBI->connect('dbi:SQLite:dbname=:memory:', '', '', {RaiseError => 1});
$db->sqlite_enable_load_extension(1);
$db->sqlite_load_extension($extension);
open my $file, '<', $queries or die $!;
while (my $line = <$file>) {
  if ($line =~ /^SELECT/) { print "$_->[0]\n" for @{$db->selectall_arrayref($line)} }
  else { $db->do($line) }
}
