import type { FastifyInstance } from 'fastify'
import { type Fields, fieldsOf, textOf } from '../json.ts'
import { newNumericId } from '../world/ids.ts'
import type { Waba } from '../world/model.ts'
import { portfolioName } from '../world/wabas.ts'
import type { World } from '../world/world.ts'
import { invalid, missing } from './refusal.ts'
import { shownNumber } from './shown.ts'

/** WhatsApp accounts of a portfolio at first (cloud-api §1). */
const MOST_IN_PORTFOLIO = 20

/** `/control/v1/accounts`: the WhatsApp accounts there are, and a new one in a portfolio there is or in one of its own. */
export function portfolioRoutes(server: FastifyInstance, world: World): void {
  server.get('/control/v1/accounts', () => ({ data: world.wabas.all() }))
  server.post('/control/v1/accounts', (request, reply) =>
    reply.code(201).send(makeAccount(world, fieldsOf(request.body))),
  )
}

/** The account with that id; the first when none is named. */
export function wabaNamed(world: World, id: string | undefined): Waba {
  if (id === undefined) return world.wabas.first
  const waba = world.wabas.get(id)
  if (waba === undefined) throw missing('account', id)
  return waba
}

/** Every portfolio with its accounts and their numbers, as the sign-up dialog offers them. */
export const portfoliosOf = (world: World): readonly Fields[] =>
  [...Map.groupBy(world.wabas.all(), ({ businessId }) => businessId)].flatMap(([id, accounts]) => {
    const [first] = accounts
    if (first === undefined) return []
    const { verified } = world.account.of(first)
    return [{ id, name: portfolioName(first), verified, accounts: accounts.map((waba) => shownAccount(world, waba)) }]
  })

const shownAccount = (world: World, { id, name }: Waba): Fields => ({
  id,
  name,
  numbers: [...world.numbers.all()].filter(({ wabaId }) => wabaId === id).map((number) => shownNumber(world, number)),
})

/** `name`, and `portfolio`, the id of one there is, or `portfolioName`: a new one begins unverified, with the lowest limit. */
function makeAccount(world: World, body: Fields): Waba {
  const name = textOf(body['name'])?.trim() ?? ''
  if (name === '') throw invalid('An account needs a `name`')
  const portfolio = textOf(body['portfolio'])
  const { country, currency } = world.wabas.first
  const common = { id: textOf(body['id']) ?? newNumericId(), name, country, currency }
  if (!/^\d{5,20}$/.test(common.id) || world.wabas.get(common.id) !== undefined)
    throw invalid(`The id "${common.id}" is taken or not made of digits`)
  if (portfolio !== undefined) {
    const siblings = world.wabas.inPortfolio(portfolio)
    const [sibling] = siblings
    if (sibling === undefined) throw missing('portfolio', portfolio)
    if (siblings.length >= MOST_IN_PORTFOLIO) throw invalid(`A portfolio has ${MOST_IN_PORTFOLIO} accounts at most`)
    return keep(world, { ...common, businessId: portfolio, businessName: portfolioName(sibling) })
  }
  const businessName = textOf(body['portfolioName'])?.trim() || name
  const made = keep(world, { ...common, businessId: newNumericId(), businessName })
  world.account.change(made, { verified: false, messagingLimit: 'TIER_250' })
  return made
}

function keep(world: World, waba: Waba): Waba {
  world.wabas.put(waba)
  world.changes.tell({ kind: 'meta' })
  return waba
}
