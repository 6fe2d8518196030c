import { type Clock, minutes, plus } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { ContactId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import { refusesAfterwards } from '#core/privacy/erased.ts'
import { begin, erased, type PrivacyRequest } from '#core/privacy/request.ts'
import { barredBy } from '#core/policy/rights.ts'
import type { Erasures } from '#store/erasures.ts'
import type { Privacy } from '#store/privacy.ts'
import type { Registry } from '#store/registry.ts'
import type { Views } from '#store/views/views.ts'
import type { Directory } from '../directory.ts'
import { digestOf } from '../formerly.ts'
import type { Log } from '../log.ts'
import type { MediaStore } from '../media/store.ts'
import type { Vault } from '../secrets.ts'
import { createRepeated } from './repeated.ts'
import type { Worker } from './worker.ts'

export type EraseParts = {
  readonly privacy: Pick<Privacy, 'due' | 'change'>
  readonly erasures: Erasures
  readonly views: Pick<Views, 'contact'>
  readonly loop: Pick<Loop, 'submit'>
  readonly directory: Pick<Directory, 'rights' | 'reload'>
  readonly registry: Pick<Registry, 'announce'>
  readonly media: Pick<MediaStore, 'remove'>
  readonly vault: Pick<Vault, 'fingerprint'>
  readonly clock: Clock
  readonly log: Log
}

const POLL_MS = 1_000
/** For readers that are behind. */
const WAIT_MS = 250
/** After a crash another process goes on with it. */
const HOLD = minutes(1)
const AT_ONCE = 4

/**
 * Erases the people whose grace is over. Every step may be done again: who they are is noted before anything goes, the fact
 * is decided once, the sweep knows how far it has come, and the request ends last.
 */
export function createEraser(parts: EraseParts): Worker {
  const { privacy, clock, log } = parts
  async function round(isRunning: () => boolean): Promise<void> {
    const due = await privacy.due(clock.now(), plus(clock.now(), HOLD), AT_ONCE)
    for (const request of due) {
      const { accountId, requestId } = request
      await carryOut(parts, request, isRunning).catch((error: unknown) =>
        log.error({ err: error, accountId, requestId }, 'An erasure was interrupted; it goes on by itself'),
      )
    }
  }

  return createRepeated({
    round,
    pauseMs: () => POLL_MS,
    failed: (error) => log.warn({ err: error }, 'Erasures cannot be looked for now'),
  })
}

async function carryOut(parts: EraseParts, request: PrivacyRequest, mayGoOn: () => boolean): Promise<void> {
  const { privacy, views, clock, log } = parts
  const { accountId, contactId, requestId } = request
  const begun = await privacy.change(accountId, contactId, (kept) => begin(kept, requestId, clock.now()))
  const isBegun =
    begun?.ok === true && begun.value.requests.some((one) => one.requestId === requestId && one.state === 'erasing')
  const contact = await views.contact(accountId, contactId)
  if (!isBegun || !contact) return
  // The contact itself is last: as long as it is there, it names the others.
  for (const id of [...(contact.merged ?? []), contactId]) {
    if (!(await eraseOne(parts, request, id, mayGoOn))) return
  }
  await privacy.change(accountId, contactId, (kept) => ({ ok: true, value: erased(kept, requestId, clock.now()) }))
  log.info({ accountId, contactId, requestId }, 'A person was erased')
}

/** False: it has to go on another time. */
async function eraseOne(
  parts: EraseParts,
  request: PrivacyRequest,
  contactId: ContactId,
  mayGoOn: () => boolean,
): Promise<boolean> {
  const { erasures, views, loop, media, clock } = parts
  const { accountId, requestId } = request
  const contact = await views.contact(accountId, contactId)
  if (!contact) return true
  if (contact.erasedAt === undefined) {
    await note(parts, request, contact)
    const decided = await loop.submit({ kind: 'erase-contact', accountId, contactId, requestId })
    if (!decided.ok) return false
  }
  while (mayGoOn()) {
    const swept = await erasures.sweep(accountId, contactId, clock.now())
    if (swept.kind === 'done') return true
    if (swept.kind === 'wait') await pause(WAIT_MS)
    if (swept.kind === 'files') {
      for (const sha256 of swept.sha256s)
        await media.remove(accountId, sha256, () => erasures.isUsed(accountId, sha256))
      await erasures.removed(accountId, contactId, swept.sha256s)
    }
  }
  return false
}

/** Before anything goes: by what they are known again, in every process. */
async function note(
  { erasures, directory, registry, vault, clock }: EraseParts,
  { accountId, requestId, steps }: PrivacyRequest,
  contact: Contact,
): Promise<void> {
  const covers = refusesAfterwards(contact, barredBy(directory.rights(accountId), contact, clock.now()))
  const { contactId, addresses, createdAt, groups = [] } = contact
  await erasures.begin({
    ...{ accountId, contactId, requestId, addresses, createdAt, groups, erasedAt: clock.now() },
    erasedBy: steps.findLast(({ what }) => what === 'scheduled')?.by ?? { kind: 'system' },
    digests: addresses.map((address) => ({ digest: digestOf(vault, accountId, address), covers })),
  })
  await registry.announce('settings')
  await directory.reload()
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
