import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import type { StandingView } from '#contract/notice.ts'
import { call } from '../api/api.ts'
import { ChannelGlyph } from '../kit/channel-glyph.tsx'
import { Chip } from '../kit/chip.tsx'
import { useMe } from '../session/session.ts'

/** How each number stands with Meta, as far as Meta has said; nothing while it has said nothing. */
export function LineStanding({ newest }: { readonly newest: string | undefined }) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const [standing, setStanding] = useState<readonly StandingView[]>([])
  useEffect(() => {
    void call('listStanding', {}).then((result) => result.ok && setStanding(result.value.data))
  }, [newest, i18n.locale])
  const names = {
    quality: t`Calidad`,
    limit: t`Límite en 24 h`,
    name: t`Nombre`,
    access: t`Cuenta`,
    throughput: t`Velocidad`,
  }
  const lines = me.lines.filter(({ id }) => standing.some(({ lineId }) => lineId === id))
  if (lines.length === 0) return null
  return (
    <section className="mb-5" aria-labelledby="line-standing">
      <h2 id="line-standing" className="pb-2 text-sm font-semibold text-text-2">
        <Trans>Cómo están sus números</Trans>
      </h2>
      <ul className="overflow-hidden rounded-lg border border-border bg-surface">
        {lines.map((line) => (
          <li key={line.id} data-testid="line-standing" className="border-b border-border px-4 py-3 last:border-0">
            <span className="flex min-w-0 items-center gap-3">
              <ChannelGlyph size={22} />
              <span className="min-w-0">
                <span className="block truncate text-md font-semibold">{line.name}</span>
                <span className="block text-sm text-text-2 tabular">{line.address}</span>
              </span>
            </span>
            <span className="flex flex-wrap gap-1.5 pt-2 md:pl-8.5">
              {SHOWN.flatMap((shown) =>
                standing.filter(({ lineId, aspect }) => lineId === line.id && aspect === shown),
              ).map(({ aspect, value, words }) => (
                <Chip key={aspect} tone={toneOf(value)}>
                  <span className="font-normal">{names[aspect]}:</span> {words}
                </Chip>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How fast it may send is said with the numbers. */
const SHOWN = ['access', 'quality', 'limit', 'name'] as const
const TONES: Readonly<Record<string, 'success' | 'warn' | 'danger'>> = {
  GREEN: 'success',
  APPROVED: 'success',
  NORMAL: 'success',
  YELLOW: 'warn',
  RED: 'danger',
  REJECTED: 'danger',
  RESTRICTED: 'danger',
  DISABLED: 'danger',
  DELETED: 'danger',
  DISCONNECTED: 'danger',
}
const toneOf = (value: string) => TONES[value] ?? 'plain'
