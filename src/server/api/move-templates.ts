import type { AccountId } from '#core/account/account.ts'
import { isSendable } from '#core/template/template.ts'
import type { KeptTemplateFilter } from '#store/templates.ts'
import type { ApiParts } from './call.ts'

const PAGE = 500

type Named = { readonly name: string; readonly language: string }

/** Templates of one group that can be sent now and that the other cannot send: Meta moves none with a number. */
export async function missingThere(
  parts: ApiParts,
  accountId: AccountId,
  from: string,
  to: string,
): Promise<readonly Named[]> {
  const [here, there] = await Promise.all([sendable(parts, accountId, from), sendable(parts, accountId, to)])
  const known = new Set(there.map(keyOf))
  return here.filter((template) => !known.has(keyOf(template)))
}

const keyOf = ({ name, language }: Named): string => `${name}/${language}`

async function sendable({ templates, clock }: ApiParts, accountId: AccountId, groupKey: string): Promise<Named[]> {
  const found: Named[] = []
  let cursor: string | null = null
  do {
    const filter: KeptTemplateFilter = {
      ...{ order: 'name', since: clock.now(), groupKey, limit: PAGE, cursor },
      ...{ q: null, status: null, category: null, language: null, quality: null, purpose: null },
    }
    const page = await templates.list(accountId, filter)
    for (const { template } of page.data) {
      const { name, language, status } = template
      if (isSendable(status)) found.push({ name, language })
    }
    cursor = page.next
  } while (cursor !== null)
  return found
}
