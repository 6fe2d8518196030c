import { type Flaw, verifyChain } from '#store/consent-chain.ts'
import { chainOf } from '#store/consents.ts'
import { operate, WrongUse } from './operator.ts'

const USAGE = `npm run consent -- verify    goes along every company's consent ledger and says which entry, if any, was tampered with`

const WORDS: Readonly<Record<Flaw['what'], string>> = {
  altered: 'was altered',
  missing: 'is missing',
  unchained: 'does not follow on the entry before it',
  'detail-altered': 'has another detail than the one it was written with',
  'detail-missing': 'has lost its detail, though nobody erased the person',
  'cut-short': 'is the last one left; the chain was longer',
}

/** `npm run consent -- verify`: ends with 1 when a chain does not hold. */
await operate(USAGE, async ({ consents, registry }) => {
  if (process.argv[2] !== 'verify') throw new WrongUse('What is to be done?')
  let isBroken = false
  for (const { accountId, name } of await registry.accounts.list()) {
    const [head, erased] = await Promise.all([consents.head(accountId), consents.erased(accountId)])
    const { links, flaws } = await verifyChain(chainOf(consents, accountId), head, ({ link }) =>
      erased.has(link.contactId),
    )
    console.log(
      `${name}: ${links} entries, ${flaws.length === 0 ? `all as written, up to ${head.hash}` : 'TAMPERED WITH'}`,
    )
    for (const { number, what } of flaws) console.log(`  entry ${number} ${WORDS[what]}`)
    isBroken ||= flaws.length > 0
  }
  if (isBroken) throw new Error('A consent ledger does not hold.')
})
