import { t } from '@lingui/core/macro'
import { createClient, type Answer, type Extra, type Request } from '#contract/client.ts'
import type { RouteName, Routes } from '#contract/routes.ts'
import type { ProblemView } from '#contract/views.ts'
import { failed, type Result } from '#base/result.ts'
import { i18n } from '../i18n/i18n.ts'

type JsonRoute = { [Name in RouteName]: Routes[Name]['kind'] extends 'json' ? Name : never }[RouteName]

export const client = createClient({ language: () => i18n.locale })
export const mediaUrl = client.mediaUrl

let whenSignedOut = () => {}
/** What to do when the server no longer knows us; set once by the session. */
export const onSignedOut = (react: () => void): void => {
  whenSignedOut = react
}

/** One call of the API. Never throws; an ended session is told to the session as well, and no network is put in words. */
export async function call<Name extends JsonRoute>(
  name: Name,
  request: Request<Name> & Extra,
): Promise<Result<Answer<Name>, ProblemView>> {
  const result = await (client.call as AnyCall<Name>)(name, request)
  if (!result.ok && result.error.code === 'signed-out') whenSignedOut()
  return !result.ok && result.error.status === 0 ? failed(withoutNetwork(result.error)) : result
}

/** In place of the browser’s own words, which are English and for programmers. */
const withoutNetwork = (problem: ProblemView): ProblemView => ({
  ...problem,
  title: t`Sin conexión`,
  detail: t`No se pudo llegar al servidor. Compruebe la conexión e inténtelo de nuevo.`,
})
type AnyCall<Name extends JsonRoute> = (
  name: Name,
  request: Request<Name> & Extra,
) => Promise<Result<Answer<Name>, ProblemView>>

/** Whether asking again may help: the network, an overloaded or restarting server, a limit. */
export const isPassing = (problem: ProblemView): boolean =>
  problem.status === 0 || problem.status === 429 || problem.status >= 500
