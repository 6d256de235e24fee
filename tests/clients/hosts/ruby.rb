# Ruby's sqlite3 gem.
require 'sqlite3'
db = SQLite3::Database.new(':memory:')
db.enable_load_extension(true)
db.load_extension(ARGV[0])
File.foreach(ARGV[1], encoding: 'UTF-8') { |line| db.execute(line) { |row| puts row[0] } }
