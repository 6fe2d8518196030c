import type { LineId } from '#core/account/account.ts'
import type { TemplateView } from '#contract/views.ts'
import type { TemplateValues } from '#core/template/fill.ts'

/*
 * What this agent gave a template the last time, kept on this machine: the picture of a campaign, the place of a shop, a
 * coupon. Never what is said to one person, and never when an offer ends.
 */

const KEY = 'hilo.template-use'
/** Templates remembered; the one used longest ago is forgotten first. */
const MOST = 50
type Uses = Readonly<Record<string, TemplateValues>>

function read(): Uses {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Uses
  } catch {
    return {}
  }
}

const keyOfUse = (lineId: LineId, { name, language }: TemplateView) => `${lineId}/${name}/${language}`

/** The keys whose values are the same for everybody. */
function sharedKeys({ fields, slots, buttons }: TemplateView): ReadonlySet<string> {
  const isCoupon = ({ buttonIndex }: TemplateView['fields'][number]) =>
    buttonIndex !== null && buttons[buttonIndex]?.kind === 'COPY_CODE'
  return new Set([
    ...fields.filter(isCoupon).map(({ key }) => key),
    ...slots.filter(({ kind }) => !PERSONAL.has(kind)).map(({ key }) => key),
  ])
}
const PERSONAL: ReadonlySet<TemplateView['slots'][number]['kind']> = new Set(['text', 'document', 'expiry', 'form'])

export function rememberUse(lineId: LineId, template: TemplateView, values: TemplateValues): void {
  const shared = sharedKeys(template)
  const kept = Object.fromEntries(Object.entries(values).filter(([key]) => shared.has(key)))
  if (Object.keys(kept).length === 0) return
  const key = keyOfUse(lineId, template)
  const { [key]: _, ...others } = read()
  const newest = [...Object.entries(others).slice(-MOST + 1), [key, kept] as const]
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(newest)))
}

/** Only what the template still has a place for. */
export function lastUse(lineId: LineId, template: TemplateView): TemplateValues {
  const shared = sharedKeys(template)
  const known = read()[keyOfUse(lineId, template)] ?? {}
  return Object.fromEntries(Object.entries(known).filter(([key]) => shared.has(key)))
}
