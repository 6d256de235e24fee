// Java with Xerial's JDBC driver: java -cp sqlite-jdbc.jar Jdbc.java EXTENSION QUERIES
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.sql.*;
import java.util.Properties;

public class Jdbc {
  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("enable_load_extension", "true");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Connection db = DriverManager.getConnection("jdbc:sqlite::memory:", properties); Statement st = db.createStatement()) {
      try (PreparedStatement load = db.prepareStatement("SELECT load_extension(?)")) {
        load.setString(1, args[0]);
        load.executeQuery().close();
      }
      for (String line : Files.readAllLines(Path.of(args[1]))) {
        if (!line.startsWith("SELECT")) { st.executeUpdate(line); continue; }
        try (ResultSet rows = st.executeQuery(line)) { while (rows.next()) out.println(rows.getString(1)); }
      }
    }
  }
}
