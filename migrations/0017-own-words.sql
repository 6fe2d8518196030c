-- Words of a company's own — brands, products, places — that the template linter takes for well spelt.

create table own_word (
  account_id uuid not null references account,
  -- In lower case, composed (NFC), as a single word of a text.
  word text not null check (char_length(word) between 1 and 60),
  added_at timestamptz not null,
  -- Null: by an API key.
  added_by uuid,
  primary key (account_id, word)
);
call protect('own_word', 'select, insert, delete');
