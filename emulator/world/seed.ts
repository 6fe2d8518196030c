import { createHash } from 'node:crypto'
import { days } from '#base/time.ts'
import { type Flow, flowsOf } from '../flow/flows.ts'
import type { Fields } from '../json.ts'
import { userIdFor } from './ids.ts'
import type { Template, Throughput } from './model.ts'
import type { World } from './world.ts'

export type NumberSeed = {
  readonly id: string
  readonly displayPhoneNumber: string
  readonly verifiedName: string
  readonly country: string
  readonly throughput?: Throughput
  /** The first account unless said otherwise. */
  readonly wabaId?: string
}

export type PhoneSeed = {
  readonly id: string
  readonly name: string
  readonly waId: string
  readonly country: string
  readonly username?: string
  readonly hidden?: boolean
}

export type TemplateSeed = {
  readonly name: string
  readonly language: string
  readonly category: Template['category']
  readonly status?: string
  readonly rejectedReason?: string
  readonly parameterFormat?: Template['parameterFormat']
  readonly components: readonly Fields[]
}

export type Seeds = {
  readonly numbers: readonly NumberSeed[]
  readonly phones: readonly PhoneSeed[]
  readonly templates: readonly TemplateSeed[]
  readonly flows?: readonly Flow[]
}

/** What is seeded was not made within this hour. */
const SEEDED_AGO_MS = days(30)

/** Puts in what the journal does not know yet; what people have changed since stays changed. */
export function seedWorld(world: World, { numbers, phones, templates, flows = [] }: Seeds): void {
  for (const seed of numbers) {
    if (world.numbers.get(seed.id) !== undefined) continue
    world.numbers.put(seed.id, {
      wabaId: world.wabas.first.id,
      ...seed,
      override: null,
      profile: { about: seed.verifiedName, vertical: 'FINANCE' },
      blockedPhones: [],
      pin: null,
      settings: {},
      automation: null,
    })
  }
  for (const seed of phones) {
    if (world.phones.get(seed.id) !== undefined) continue
    world.phones.put({
      id: seed.id,
      waId: seed.waId,
      userId: userIdFor(seed.country, world.wabas.first.businessId, seed.waId),
      name: seed.name,
      username: seed.username ?? null,
      country: seed.country,
      online: true,
      receipts: true,
      hidden: seed.hidden === true,
      blocked: [],
    })
  }
  for (const seed of templates) {
    const id = seededId(`${world.wabas.first.id}/${seed.name}/${seed.language}`)
    if (world.templates.get(id) === undefined)
      world.templates.put(id, templateOf(id, seed, world.clock.now() - SEEDED_AGO_MS))
  }
  for (const flow of flows) if (flowsOf(world).get(flow.id) === undefined) flowsOf(world).put(flow.id, flow)
}

const templateOf = (id: string, seed: TemplateSeed, createdAt: number): Template => ({
  id,
  name: seed.name,
  language: seed.language,
  status: seed.status ?? 'APPROVED',
  category: seed.category,
  parameterFormat: seed.parameterFormat ?? 'POSITIONAL',
  components: seed.components,
  quality: seed.status === 'PAUSED' ? 'RED' : 'GREEN',
  rejectedReason: seed.rejectedReason ?? 'NONE',
  deletedAt: null,
  createdAt,
})

/** Always the same numeric id for the same seed; below 2^53, since webhooks write template ids as integers. */
const seededId = (text: string): string =>
  String(
    1_000_000_000_000_000 +
      Number(BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 15)}`) % 900_000_000_000_000n),
  )
