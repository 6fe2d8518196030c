import type pg from 'pg'

/** The role the program works as: owns nothing, bypasses nothing (0001-accounts.sql). */
export const RUNTIME_ROLE = 'hilo_runtime'

/**
 * Makes the role where it is missing and lets the owner take it on. Roles belong to the whole server: another database on
 * it may have made it already, perhaps at this very moment.
 */
export async function ensureRuntimeRole(owner: pg.Client): Promise<void> {
  try {
    await owner.query(ENSURE)
  } catch (error) {
    throw new Error(
      `The role ${RUNTIME_ROLE} is needed and could not be made or taken on (${(error as Error).message}). ` +
        `Run once as an administrator: create role ${RUNTIME_ROLE} nologin; grant ${RUNTIME_ROLE} to the user of DATABASE_URL.`,
      { cause: error },
    )
  }
}

const ENSURE = `do $$ begin
  if not exists (select from pg_roles where rolname = '${RUNTIME_ROLE}') then
    begin
      create role ${RUNTIME_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  if exists (select from pg_roles where rolname = '${RUNTIME_ROLE}' and (rolsuper or rolbypassrls)) then
    raise exception 'role ${RUNTIME_ROLE} must be neither superuser nor bypass row-level security';
  end if;
  if not pg_has_role(current_user, '${RUNTIME_ROLE}', 'member') then
    execute format('grant ${RUNTIME_ROLE} to %I', current_user);
  end if;
end $$`
