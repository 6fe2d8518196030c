import type pg from 'pg'
import type { OwnWords } from '../own-words.ts'
import { timestamp } from './rows.ts'
import { alone, inTransaction, json, statement } from './transaction.ts'

/** A company's own words, in PostgreSQL. */
export const postgresOwnWords = (pool: pg.Pool): OwnWords => ({
  async list(accountId) {
    return (await alone<{ word: string }>(pool, [accountId], LIST, [accountId])).rows.map(({ word }) => word)
  },
  add: (accountId, words, { agentId, at, max }) =>
    inTransaction(pool, [accountId], async (run) => {
      const { rows } = await run<{ after: number }>(COUNT, [accountId, json(words)])
      if ((rows[0]?.after ?? 0) > max) return false
      await run(ADD, [accountId, json(words), timestamp(at), agentId])
      return true
    }),
  async remove(accountId, words) {
    await alone(pool, [accountId], REMOVE, [accountId, json(words)])
  },
})

const LIST = statement('own-words', `select word from own_word where account_id = $1 order by word`)
const COUNT = statement(
  'own-words-after',
  `select count(*)::int as after
   from (select word from own_word where account_id = $1 union select * from json_array_elements_text($2)) all_words`,
)
const ADD = statement(
  'add-own-words',
  `insert into own_word (account_id, word, added_at, added_by)
   select $1, word, $3, $4 from json_array_elements_text($2) as word
   on conflict do nothing`,
)
const REMOVE = statement(
  'remove-own-words',
  `delete from own_word where account_id = $1 and word in (select * from json_array_elements_text($2))`,
)
