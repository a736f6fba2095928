/**
 * Append-only by triggers as well as by rights: an owner who forgets, a careless migration or a stray DELETE is
 * refused. Whoever disables triggers on purpose is found by the chain instead.
 */

/** Refuses the statement, unless the function named in the trigger's argument is running it. */
const REFUSE = `CREATE FUNCTION ledger.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  stack text;
BEGIN
  IF TG_NARGS > 0 THEN
    GET DIAGNOSTICS stack = PG_CONTEXT;
    IF strpos(stack, TG_ARGV[0]) > 0 THEN
      RETURN NULL;
    END IF;
  END IF;
  RAISE EXCEPTION 'The ledger is append-only: % on %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$`;

const OPEN = `'ledger.open(uuid[])'`;
const APPEND = `'ledger.append(jsonb)'`;
// Every way to erase ends in one function, which alone may update.
const ERASE = `'ledger.erase_some(timestamp with time zone,uuid,integer)'`;
const CHECKPOINT = `'ledger.append_checkpoint(jsonb,uuid[],bigint[],bytea[])'`;

function guard(table: string, name: string, events: string, except: string): string[] {
  return [
    `CREATE TRIGGER ${name} BEFORE ${events} ON ledger.${table} FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse(${except})`,
    `ALTER TABLE ledger.${table} ENABLE ALWAYS TRIGGER ${name}`,
  ];
}

/** A chain is opened by one function and moved on by another. */
const HEAD_GUARDS = [...guard('head', 'only_open', 'INSERT', OPEN), ...guard('head', 'only_append', 'UPDATE', APPEND)];

/** The same on a ledger in which one function did both. */
export const GUARD_HEADS: readonly string[] = ['DROP TRIGGER only_append ON ledger.head', ...HEAD_GUARDS];

export const GUARDS: readonly string[] = [
  REFUSE,
  `REVOKE ALL ON FUNCTION ledger.refuse() FROM PUBLIC`,
  ...guard('event', 'only_append', 'INSERT', APPEND),
  ...guard('event', 'never', 'UPDATE OR DELETE OR TRUNCATE', ''),
  ...guard('payload', 'only_append', 'INSERT', APPEND),
  ...guard('payload', 'only_erase', 'UPDATE', ERASE),
  ...guard('payload', 'never', 'DELETE OR TRUNCATE', ''),
  ...HEAD_GUARDS,
  ...guard('head', 'never', 'DELETE OR TRUNCATE', ''),
  ...guard('checkpoint', 'only_append', 'INSERT', CHECKPOINT),
  ...guard('checkpoint', 'never', 'UPDATE OR DELETE OR TRUNCATE', ''),
  ...guard('checkpoint_end', 'only_append', 'INSERT', CHECKPOINT),
  ...guard('checkpoint_end', 'never', 'UPDATE OR DELETE OR TRUNCATE', ''),
];
