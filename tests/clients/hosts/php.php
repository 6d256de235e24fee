<?php // PHP's SQLite3: run as php -d sqlite3.extension_dir=FOLDER php.php gazette.so QUERIES
$db = new SQLite3(':memory:');
$db->loadExtension($argv[1]);
foreach (file($argv[2]) as $line) {
  if (strncmp($line, 'SELECT', 6) !== 0) { $db->exec($line); continue; }
  $rows = $db->query($line);
  while ($row = $rows->fetchArray(SQLITE3_NUM)) echo $row[0], "\n";
}
