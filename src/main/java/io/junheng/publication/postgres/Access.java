package io.junheng.publication.postgres;

import io.junheng.table.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who reads what: members of {@code junheng_province} all, members of {@code junheng_county} the
 * rows of the areas that {@code gold_access.account_area} names for their account, nobody else
 * anything. The rule is forced upon the owner of the tables too, so that it holds behind every
 * view, whoever made it.
 */
final class Access {
  static final String PROVINCE = "junheng_province";
  static final String COUNTY = "junheng_county";

  private Access() {}

  /** Roles, functions, rules and grants; each can be said again. */
  static List<String> statements(List<Table> tables) {
    return Stream.of(
            Stream.of(role(PROVINCE), role(COUNTY), ACCOUNTS, COMMENT, SEES_ALL, OWN_AREAS),
            tables.stream().flatMap(table -> rule(table)),
            grants())
        .flatMap(stream -> stream)
        .toList();
  }

  private static String role(String name) {
    return """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = %s) THEN
            CREATE ROLE %s NOLOGIN;
          END IF;
        END $$"""
        .formatted(Sql.text(name), Sql.name(name));
  }

  private static final String ACCOUNTS =
      """
      CREATE TABLE IF NOT EXISTS gold_access.account_area (
        account text NOT NULL, area_code text NOT NULL, PRIMARY KEY (account, area_code))""";

  private static final String COMMENT =
      """
      COMMENT ON TABLE gold_access.account_area IS
        '账号与地区｜Which areas an account of junheng_county reads. Kept by hand, never loaded.'""";

  private static final String SEES_ALL =
      """
      CREATE OR REPLACE FUNCTION gold_access.sees_all() RETURNS boolean STABLE LANGUAGE sql AS $$
        SELECT EXISTS (
          SELECT FROM pg_roles
          WHERE (rolname = 'junheng_province'
                 OR oid = (SELECT relowner FROM pg_class
                           WHERE oid = 'gold_access.account_area'::regclass))
            AND pg_has_role(current_user, oid, 'MEMBER')) $$""";

  private static final String OWN_AREAS =
      """
      CREATE OR REPLACE FUNCTION gold_access.own_areas(name text) RETURNS text[]
        STABLE SECURITY DEFINER SET search_path = pg_catalog LANGUAGE sql AS $$
        SELECT coalesce(array_agg(area_code), ARRAY[]::text[])
        FROM gold_access.account_area WHERE account = name $$""";

  /** Both questions are asked once for a query, not once for a row. */
  private static Stream<String> rule(Table table) {
    return MartTables.owner(table).stream()
        .flatMap(
            column ->
                Stream.of(
                    "ALTER TABLE %s ENABLE ROW LEVEL SECURITY".formatted(MartTables.name(table)),
                    "ALTER TABLE %s FORCE ROW LEVEL SECURITY".formatted(MartTables.name(table)),
                    """
                    DO $$ BEGIN
                      IF NOT EXISTS (SELECT FROM pg_policy
                                     WHERE polname = 'own_areas' AND polrelid = %s::regclass) THEN
                        CREATE POLICY own_areas ON %s USING (
                          (SELECT gold_access.sees_all())
                          OR %s = ANY ((SELECT gold_access.own_areas(current_user))::text[]));
                      END IF;
                    END $$"""
                        .formatted(
                            Sql.text(MartTables.name(table)),
                            MartTables.name(table),
                            Sql.name(column))));
  }

  private static Stream<String> grants() {
    String readers = PROVINCE + ", " + COUNTY;
    return Stream.of(
        "GRANT USAGE ON SCHEMA gold, gold_zh, gold_access TO " + readers,
        "GRANT SELECT ON ALL TABLES IN SCHEMA gold, gold_zh TO " + readers,
        "ALTER DEFAULT PRIVILEGES IN SCHEMA gold, gold_zh GRANT SELECT ON TABLES TO " + readers);
  }
}
