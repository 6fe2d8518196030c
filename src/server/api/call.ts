import type { FastifyReply, FastifyRequest } from 'fastify'
import type { output, ZodMiniType } from 'zod/mini'
import { failed, type Result } from '#base/result.ts'
import type { Ids } from '#base/ids.ts'
import type { Loop } from '#app/loop.ts'
import type { Platform } from '#channels/platform.ts'
import type { Channel } from '#channels/channel.ts'
import type { RouteName, Routes } from '#contract/routes.ts'
import type { ChannelId } from '#core/line/line.ts'
import { type Refusal, refusal, type RefusalCode } from '#core/refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import type { Alerts } from '#store/alerts.ts'
import type { Costs } from '#store/costs.ts'
import type { ConsentImports, ConsentLedger, ConsentViews } from '#store/consents.ts'
import type { Duplicates } from '#store/duplicates.ts'
import type { Erasures } from '#store/erasures.ts'
import type { Notices } from '#store/notices.ts'
import type { Forms } from '#store/forms.ts'
import type { AppSyncs } from '#store/app-syncs.ts'
import type { GuideShares } from '#store/guide-shares.ts'
import type { Guides } from '#store/guides.ts'
import type { Numbers } from '#store/numbers.ts'
import type { OpeningHoursStore } from '#store/opening-hours.ts'
import type { OwnWords } from '#store/own-words.ts'
import type { Policies } from '#store/policies.ts'
import type { Privacy } from '#store/privacy.ts'
import type { Registry } from '#store/registry.ts'
import type { SetAsides } from '#store/set-asides.ts'
import type { SignUps } from '#store/sign-ups.ts'
import type { Templates } from '#store/templates.ts'
import type { Views } from '#store/views/views.ts'
import type { Auth, Caller } from '../auth.ts'
import type { ServerClock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { BudgetStops } from '../costs/stops.ts'
import type { Directory } from '../directory.ts'
import type { Graph } from '../graph.ts'
import type { LineWatch } from '../line-watch.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { MediaStore } from '../media/store.ts'
import type { Vault } from '../secrets.ts'
import type { SpellerHost } from '../spelling/speller.ts'

/** Everything a handler may use. */
export type ApiParts = {
  readonly config: Config
  readonly clock: ServerClock
  readonly ids: Ids
  readonly loop: Loop
  readonly views: Views
  readonly registry: Registry
  readonly setAsides: SetAsides
  readonly templates: Templates
  readonly notices: Notices
  readonly alerts: Alerts
  readonly lineWatch: Pick<LineWatch, 'look'>
  readonly openingHours: OpeningHoursStore
  readonly ownWords: OwnWords
  readonly guides: Guides
  readonly guideShares: GuideShares
  readonly forms: Forms
  readonly numbers: Numbers
  readonly appSyncs: AppSyncs
  readonly policies: Policies
  readonly privacy: Privacy
  readonly erasures: Erasures
  readonly costs: Costs
  readonly duplicates: Pick<Duplicates, 'list'>
  readonly budgetStops: Pick<BudgetStops, 'look'>
  readonly consents: ConsentLedger & ConsentViews & ConsentImports
  readonly signUps: SignUps
  readonly directory: Directory
  readonly auth: Auth
  readonly vault: Vault
  readonly graph: Graph
  readonly platform: Platform
  readonly media: MediaStore
  readonly speller: Pick<SpellerHost, 'misspelt'>
  readonly channels: ReadonlyMap<ChannelId, Channel>
  readonly metrics: Pick<Metrics, 'replayed'>
  readonly log: Log
}

/** A request as its schemas read it, from somebody who may make it. */
export type Call<Name extends RouteName> = {
  readonly caller: Routes[Name]['permission'] extends null ? null : Caller
  readonly params: output<Routes[Name]['params']>
  readonly query: output<Routes[Name]['query']>
  readonly body: Routes[Name]['input'] extends ZodMiniType ? output<Routes[Name]['input']> : undefined
  /** Of the words in the answer, by `Accept-Language`. */
  readonly language: Language
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}
/** What a route answers; `file` routes write their answer themselves. */
export type Answer<Name extends RouteName> = Routes[Name]['output'] extends ZodMiniType
  ? output<Routes[Name]['output']>
  : void
export type Handler<Name extends RouteName> = (call: Call<Name>) => Promise<Result<Answer<Name>, readonly Refusal[]>>
export type Handlers<Names extends RouteName> = { readonly [Name in Names]: Handler<Name> }

export const no = (code: RefusalCode, about: Omit<Refusal, 'code'> = {}): Result<never, readonly Refusal[]> =>
  failed([refusal(code, about)])
