-- Where forms on the telephone ask our server for their data, and what answers them.

-- `rest` says how it is answered; `private_key` is sealed before it comes here (src/server/secrets.ts).
create table form_endpoint (
  account_id uuid not null references account,
  endpoint_id uuid not null,
  created_at timestamptz not null,
  rest json not null,
  private_key text not null,
  primary key (account_id, endpoint_id)
);
call protect('form_endpoint', 'select, insert, update, delete');
