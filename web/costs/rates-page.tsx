import { Trans, useLingui } from '@lingui/react/macro'
import { CloudOff, Coins, FileUp } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { BillingView, CardView } from '#contract/costs.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { useMe } from '../session/session.ts'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { BillingForm } from './billing-form.tsx'
import { CardRow } from './card-row.tsx'
import { DemonstrationBanner } from './costs-page.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { readPrices } from './prices.ts'

type Loaded = { readonly cards: readonly CardView[]; readonly billing: readonly BillingView[] }

/** The rates messages are charged by: cards with their days, and how each WhatsApp account is billed. */
export function RatesPage() {
  const { t } = useLingui()
  const me = useMe()
  const mayManage = me.permissions.includes('cost:manage')
  const [loaded, setLoaded] = useState<Loaded | 'failed' | null>(null)
  const [importing, setImporting] = useState(false)

  const read = useCallback(async () => {
    const [cards, billing] = await Promise.all([call('listCards', {}), call('listBilling', {})])
    setLoaded(cards.ok && billing.ok ? { cards: cards.value.data, billing: billing.value.data } : 'failed')
  }, [])
  useEffect(() => void read(), [read])

  if (!me.permissions.includes('cost:read')) {
    return (
      <div className="flex-1 bg-canvas">
        <Notice icon={<Coins size={20} aria-hidden />} title={t`Solo para supervisores y administradores`}>
          {t`Aquí se ven las tarifas de Meta.`}
        </Notice>
      </div>
    )
  }
  return (
    <SettingsFrame>
      <header className="flex items-start gap-4 pb-5 max-md:flex-col">
        <div className="min-w-0 flex-1">
          <PageHeading>{t`Tarifas`}</PageHeading>
          <p className="text-sm text-text-2">
            <Trans>Lo que Meta cobra por mensaje, por mercado y categoría, desde cada fecha.</Trans>
          </p>
        </div>
        {mayManage && (
          <Button look="primary" className="max-md:h-11" data-testid="import-card" onPress={() => setImporting(true)}>
            <FileUp size={15} aria-hidden />
            <Trans>Importar tarifas</Trans>
          </Button>
        )}
      </header>
      {loaded === 'failed' ? (
        <Notice
          icon={<CloudOff size={20} aria-hidden />}
          title={t`No se pudieron cargar las tarifas`}
          action={<Button onPress={() => void read()}>{t`Reintentar`}</Button>}
        />
      ) : (
        loaded && (
          <div className="flex flex-col gap-5">
            {loaded.cards.every(({ demonstration }) => demonstration) && <DemonstrationBanner />}
            <ul className="overflow-hidden rounded-lg border border-border bg-surface">
              {loaded.cards.toReversed().map((card, index) => (
                <CardRow key={card.id} card={card} isFirst={index === 0} />
              ))}
            </ul>
            <section className="rounded-lg border border-border bg-surface" aria-label={t`Facturación`}>
              <h2 className="px-4 pt-3 text-md font-semibold">
                <Trans>Cómo factura Meta</Trans>
              </h2>
              <p className="px-4 pb-3 text-sm text-text-2">
                <Trans>
                  Los meses y las tarifas empiezan a medianoche de la zona horaria de la cuenta de WhatsApp.
                </Trans>
              </p>
              {loaded.billing.map((billing) => (
                <BillingForm key={billing.wabaId} billing={billing} mayManage={mayManage} />
              ))}
            </section>
          </div>
        )
      )}
      {importing && (
        <ImportDialog
          onClose={(stored) => {
            setImporting(false)
            if (!stored) return
            void read()
            void readPrices(true)
          }}
        />
      )}
    </SettingsFrame>
  )
}
