import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { NumberView } from '#contract/number.ts'
import { valueWords } from '#core/notice/values.ts'
import { languageOf } from '#base/language.ts'
import { call } from '../api/api.ts'
import { amountWords, countWords } from '../costs/words.ts'
import { useNow } from '../feed/clock.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { duration, shortDateTime } from '../i18n/time-words.ts'
import { cx } from '../kit/cx.ts'
import { useMe } from '../session/session.ts'

const DAY_MS = 86_400_000
/** An access that ends sooner than this is worth a colour. */
const SOON_MS = 14 * DAY_MS
/** Webhooks mostly take a second or two; more than this is felt. */
const SLOW_MS = 30_000

/** What Meta and our own tables say of a number, fact by fact. */
export function StandingFacts({ number }: { readonly number: NumberView }) {
  const { t, i18n } = useLingui()
  const { atMeta, reach, token, heard, line } = number
  const now = useNow()
  const words = (value: string | null) => (value === null ? '–' : valueWords(value, languageOf(i18n.locale)))
  const names: Readonly<Record<string, string>> = {
    APPROVED: t`aprobado`,
    AVAILABLE_WITHOUT_REVIEW: t`aprobado`,
    PENDING_REVIEW: t`en revisión`,
    DECLINED: t`rechazado`,
    EXPIRED: t`caducado`,
  }
  const health: Readonly<Record<string, string>> = { AVAILABLE: t`sano`, LIMITED: t`limitado`, BLOCKED: t`bloqueado` }
  const ends = token?.expiresAt ? Date.parse(token.expiresAt) : null
  return (
    <dl className="grid grid-cols-3 overflow-hidden rounded-lg border border-border bg-surface max-lg:grid-cols-2 max-md:grid-cols-1">
      <Fact
        name={t`Salud`}
        tone={atMeta?.canSend === 'AVAILABLE' ? 'good' : 'bad'}
        more={atMeta?.healthProblems.join(' ')}
      >
        {atMeta?.canSend ? (health[atMeta.canSend] ?? atMeta.canSend) : '–'}
      </Fact>
      <Fact
        name={t`Calidad`}
        tone={atMeta?.quality === 'RED' ? 'bad' : atMeta?.quality === 'YELLOW' ? 'fair' : 'good'}
        more={t`Baja con los bloqueos y las quejas de los clientes`}
      >
        {words(atMeta?.quality ?? null)}
      </Fact>
      <Fact name={t`Escribir primero, en 24 h`} more={<Reach reach={reach} account={line.account} />}>
        {reach.of === null
          ? atMeta?.limit === 'TIER_UNLIMITED'
            ? t`sin límite`
            : words(atMeta?.limit ?? null)
          : t`${countWords(reach.used)} de ${countWords(reach.of)} personas`}
      </Fact>
      <Fact name={t`Velocidad`} more={atMeta?.isOnApp ? t`El número sigue en la app` : undefined}>
        {t`${line.messagesPerSecond} mensajes/s`}
      </Fact>
      <Fact
        name={t`Nombre visible`}
        tone={atMeta?.nameStatus === 'DECLINED' ? 'bad' : undefined}
        more={atMeta?.nameStatus ? (names[atMeta.nameStatus] ?? atMeta.nameStatus) : undefined}
      >
        {atMeta?.displayName || '–'}
      </Fact>
      <Fact
        name={t`Último mensaje recibido`}
        tone={heard && heard.lagMs > SLOW_MS ? 'fair' : undefined}
        more={
          heard
            ? t`Tardó ${heard.lagMs < 60_000 ? `${Math.round(heard.lagMs / 1000)} s` : duration(heard.lagMs)} en llegar`
            : undefined
        }
      >
        {heard ? shortDateTime(Date.parse(heard.at), formatLocale()) : t`ninguno todavía`}
      </Fact>
      <Fact
        name={t`Acceso a Meta`}
        tone={
          token === null || token.missing.length > 0
            ? 'bad'
            : ends !== null && ends - now < SOON_MS
              ? 'fair'
              : undefined
        }
        more={token?.missing.length ? t`Faltan permisos: ${token.missing.join(', ')}` : undefined}
      >
        {token === null
          ? line.state === 'disconnected'
            ? t`ya no vale`
            : t`no responde`
          : ends === null
            ? t`no caduca`
            : t`hasta ${shortDateTime(ends, formatLocale())}`}
      </Fact>
      <Spent lineId={line.id} />
      <Fact name={t`PIN`} more={number.pinSetAt ? t`Puesto desde Hilo` : t`No lo puso Hilo`}>
        {atMeta?.hasPin ? t`activo` : '–'}
      </Fact>
    </dl>
  )
}

const TONES = { good: '', fair: 'text-warn', bad: 'text-danger' }
type FactProps = {
  readonly name: string
  readonly children: ReactNode
  readonly more?: ReactNode
  readonly tone?: keyof typeof TONES | undefined
}

function Fact({ name, children, more, tone = 'good' }: FactProps) {
  return (
    <div className="-mt-px -ml-px border-t border-l border-border px-4 py-3">
      <dt className="text-xs font-semibold text-text-2">{name}</dt>
      <dd className={cx('truncate pt-0.5 text-lg font-semibold tabular first-letter:uppercase', TONES[tone])}>
        {children}
      </dd>
      {more && <dd className="text-xs text-pretty text-text-3">{more}</dd>}
    </div>
  )
}

type ReachProps = { readonly reach: NumberView['reach']; readonly account: NumberView['line']['account'] }

/** How much of the day's limit is used, over all numbers of the portfolio. */
function Reach({ reach: { used, of }, account }: ReachProps) {
  const { lines } = useMe()
  const portfolios = new Set(lines.map((line) => line.account?.portfolioId))
  const portfolio = account?.portfolioName
  const share = of === null || of === 0 ? 0 : Math.min(1, used / of)
  return (
    <span className="block pt-1">
      {of !== null && (
        <span className="mb-1 block h-1 overflow-hidden rounded-xs bg-ring-track" aria-hidden>
          <span
            className={cx('block h-full', share > 0.8 ? 'bg-warn' : 'bg-accent')}
            style={{ width: `${share * 100}%` }}
          />
        </span>
      )}
      {portfolios.size > 1 && portfolio !== undefined ? (
        <Trans>Lo comparten los números del portafolio {portfolio}</Trans>
      ) : (
        <Trans>Lo comparten todos los números de la empresa</Trans>
      )}
    </span>
  )
}

/** What Meta charged on it this month. */
function Spent({ lineId }: { readonly lineId: string }) {
  const { t } = useLingui()
  const [sums, setSums] = useState<readonly { micros: number; currency: string }[] | null>(null)
  useEffect(() => {
    const month = new Date().toISOString().slice(0, 7)
    void call('costSummary', { query: { from: month, to: month, lineId } }).then((result) => {
      if (!result.ok) return
      const byCurrency = new Map<string, number>()
      for (const { micros, currency } of result.value.sums) {
        byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + micros)
      }
      setSums([...byCurrency].map(([currency, micros]) => ({ currency, micros })))
    })
  }, [lineId])
  return (
    <Fact
      name={t`Costo de este mes`}
      more={
        <Link to="/settings/costs" className="font-medium text-link underline-offset-2 hover:underline">
          <Trans>Ver costos</Trans>
        </Link>
      }
    >
      {sums === null
        ? '–'
        : sums.length === 0
          ? amountWords({ micros: 0, currency: 'USD' })
          : sums.map(amountWords).join(' + ')}
    </Fact>
  )
}
