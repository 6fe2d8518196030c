import { Trans, useLingui } from '@lingui/react/macro'
import { CloudOff, History, LockKeyhole, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { useMe } from '../session/session.ts'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { HoldRow } from './hold-row.tsx'
import { RequestRow } from './request-row.tsx'
import { useHolds, useRequests } from './use-privacy.ts'

/** What people asked of the company about their data: by when it must be answered, what holds it up, what was done. */
export function PrivacyPage() {
  const { t } = useLingui()
  const me = useMe()
  if (!me.permissions.includes('privacy:read')) {
    return (
      <div className="flex-1 bg-canvas">
        <Notice icon={<LockKeyhole size={20} aria-hidden />} title={t`Solo para supervisores y administradores`}>
          {t`Aquí se ve qué pidió cada persona sobre sus datos.`}
        </Notice>
      </div>
    )
  }
  return (
    <SettingsFrame>
      <header className="pb-5">
        <PageHeading>{t`Privacidad`}</PageHeading>
        <p className="text-sm text-text-2">
          <Trans>
            Quién pidió una copia de sus datos o que se borren, hasta cuándo hay que responder y a quién no se puede
            borrar todavía. Las solicitudes se anotan desde los datos de cada contacto.
          </Trans>
        </p>
      </header>
      <Everything />
    </SettingsFrame>
  )
}

function Everything() {
  const { t } = useLingui()
  const open = useRequests('open')
  const holds = useHolds()
  const closed = useRequests('closed')
  const reload = () => void Promise.all([open.reload(), holds.reload(), closed.reload()])
  const holdOn = (contactId: string) => holds.list.items.find(({ contact }) => contact.id === contactId) ?? null
  return (
    <div className="flex flex-col gap-6">
      <Part
        title={t`Por responder`}
        {...open}
        emptyIcon={<ShieldCheck size={20} aria-hidden />}
        empty={t`Nadie espera una respuesta`}
        hint={t`Cuando alguien pida sus datos o que se borren, aparecerá aquí con su plazo legal.`}
      >
        {open.list.items.map((request) => (
          <RequestRow key={request.id} request={request} hold={holdOn(request.contact.id)} withName onChange={reload} />
        ))}
      </Part>
      <Part
        title={t`Retenciones`}
        {...holds}
        emptyIcon={<LockKeyhole size={20} aria-hidden />}
        empty={t`No hay retenciones`}
        hint={t`Una retención impide borrar a una persona mientras dura un juicio o una deuda.`}
      >
        {holds.list.items.map((hold) => (
          <HoldRow key={hold.id} hold={hold} withName onChange={reload} />
        ))}
      </Part>
      <Part
        title={t`Historial`}
        {...closed}
        emptyIcon={<History size={20} aria-hidden />}
        empty={t`Todavía no se respondió ninguna`}
        hint={t`Lo entregado, lo borrado y lo rechazado queda aquí como prueba.`}
      >
        {closed.list.items.map((request) => (
          <RequestRow key={request.id} request={request} hold={null} withName onChange={reload} />
        ))}
      </Part>
    </div>
  )
}

type PartProps = {
  readonly title: string
  readonly list: { readonly state: 'loading' | 'ready' | 'failed'; readonly next: string | null }
  readonly reload: () => Promise<void>
  readonly more: () => Promise<void>
  readonly emptyIcon: ReactNode
  readonly empty: string
  readonly hint: string
  readonly children: readonly ReactNode[]
}

function Part({ title, list, reload, more, emptyIcon, empty, hint, children }: PartProps) {
  const { t } = useLingui()
  return (
    <section aria-label={title}>
      <h2 className="pb-2 text-sm font-semibold text-text-2">
        {title}
        {children.length > 0 && (
          <span className="ml-1.5 font-normal text-text-3 tabular">
            {children.length}
            {list.next !== null && '+'}
          </span>
        )}
      </h2>
      <div className="overflow-hidden rounded-lg border border-border bg-surface">
        {list.state === 'failed' ? (
          <Notice
            icon={<CloudOff size={20} aria-hidden />}
            title={t`No se pudo cargar`}
            action={
              <Button onPress={() => void reload()}>
                <Trans>Reintentar</Trans>
              </Button>
            }
          />
        ) : list.state === 'loading' ? (
          <div className="h-19 animate-pulse bg-hover motion-reduce:animate-none" aria-busy />
        ) : children.length === 0 ? (
          <Notice icon={emptyIcon} title={empty}>
            {hint}
          </Notice>
        ) : (
          <ul>{children}</ul>
        )}
        {list.next !== null && (
          <div className="flex justify-center border-t border-border py-2">
            <Button look="quiet" size="sm" onPress={() => void more()}>
              <Trans>Ver más</Trans>
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}
