import { Trans, useLingui } from '@lingui/react/macro'
import { CloudOff, LockKeyhole, UsersRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { DuplicateView } from '#contract/contact.ts'
import { LIKENESS_KINDS, type LikenessKind } from '#core/contact/evidence.ts'
import { MergeDialog } from '../contact/merge/merge-dialog.tsx'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { inputLook } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { useMe } from '../session/session.ts'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { PairRow, useBoth } from './pair-row.tsx'
import { keyOf, useDuplicates } from './use-duplicates.ts'
import { useListKeys } from './use-list-keys.ts'

/** Who seems to be in the company's contacts twice, why, and what somebody says about it. */
export function DuplicatesPage() {
  const { t } = useLingui()
  const me = useMe()
  if (!me.permissions.includes('contact:review')) {
    return (
      <div className="flex-1 bg-canvas">
        <Notice icon={<LockKeyhole size={20} aria-hidden />} title={t`Solo para supervisores y administradores`}>
          {t`Aquí se ve qué contactos parecen ser la misma persona.`}
        </Notice>
      </div>
    )
  }
  return (
    <SettingsFrame>
      <header className="pb-5">
        <PageHeading>{t`Posibles duplicados`}</PageHeading>
        <p className="text-sm text-text-2">
          <Trans>
            Contactos que parecen ser la misma persona, y por qué. Nadie se une solo por parecerse: alguien compara y
            decide, y lo que se une se puede separar después.
          </Trans>
        </p>
      </header>
      <Pairs />
    </SettingsFrame>
  )
}

function Pairs() {
  const { t } = useLingui()
  const [kind, setKind] = useState<LikenessKind | undefined>(undefined)
  const [typed, setTyped] = useState('')
  const q = useDeferredSearch(typed)
  const { list, reload, more } = useDuplicates(kind, q)
  const [compared, setCompared] = useState<DuplicateView | null>(null)
  const rows = useRef<HTMLUListElement>(null)
  useListKeys(rows)
  return (
    <section className="overflow-hidden rounded-lg border border-border bg-surface" aria-label={t`Posibles duplicados`}>
      <div className="flex flex-wrap items-center gap-3 border-b border-border px-3 py-2">
        <input
          type="search"
          aria-label={t`Buscar por nombre o número`}
          placeholder={t`Buscar por nombre o número`}
          value={typed}
          maxLength={200}
          data-testid="duplicates-search"
          onChange={(event) => setTyped(event.target.value)}
          className={cx(inputLook, 'h-8 w-60! max-w-full text-sm! max-md:h-11 max-md:w-full!')}
        />
        <KindChoice onChoose={setKind} />
        <p className="ml-auto text-xs text-text-3 tabular" role="status">
          {list.pairs.length > 0 && (
            <>
              {list.pairs.length}
              {list.next !== null && '+'}
            </>
          )}
        </p>
      </div>
      {list.state === 'failed' ? (
        <Notice
          icon={<CloudOff size={20} aria-hidden />}
          title={t`No se pudo leer la lista`}
          action={<Button onPress={() => void reload()}>{t`Reintentar`}</Button>}
        />
      ) : list.state === 'loading' ? (
        <Skeleton />
      ) : list.pairs.length === 0 ? (
        <Notice
          icon={<UsersRound size={20} aria-hidden />}
          title={
            q !== ''
              ? t`Nadie de ese nombre parece estar dos veces`
              : kind === undefined
                ? t`Nadie parece estar dos veces`
                : t`Nadie se parece en esto`
          }
        >
          {kind === undefined && q === '' && t`Cuando dos contactos compartan un número o un usuario, aparecerán aquí.`}
        </Notice>
      ) : (
        <ul ref={rows}>
          {list.pairs.map((pair, index) => (
            <PairRow
              key={keyOf(pair)}
              pair={pair}
              isFirst={index === 0}
              onCompare={() => setCompared(pair)}
              onSettled={() => void reload()}
            />
          ))}
        </ul>
      )}
      {list.next !== null && (
        <div className="flex justify-center border-t border-border py-2">
          <Button look="quiet" size="sm" className="max-md:h-11" onPress={() => void more()}>
            <Trans>Ver más</Trans>
          </Button>
        </div>
      )}
      {compared && (
        <Compared
          pair={compared}
          onClose={() => {
            setCompared(null)
            void reload()
          }}
        />
      )}
    </section>
  )
}

const TYPED_MS = 250

/** What was typed, once the typing pauses. */
function useDeferredSearch(typed: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), TYPED_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}

/** Stays open when a colleague decides meanwhile: whoever merges then is told so. */
function Compared({ pair, onClose }: { readonly pair: DuplicateView; readonly onClose: () => void }) {
  const [one, other] = useBoth(pair)
  return <MergeDialog contact={one} other={other} evidence={pair.evidence.map(({ kind }) => kind)} onClose={onClose} />
}

function KindChoice({ onChoose }: { readonly onChoose: (kind: LikenessKind | undefined) => void }) {
  const { t } = useLingui()
  const names: Readonly<Record<LikenessKind, string>> = {
    'claimed-phone': t`Compartió el número del otro`,
    spelling: t`El mismo número, escrito de dos formas`,
    'former-phone': t`Uno tuvo el número del otro`,
    username: t`El mismo nombre de usuario`,
    'listed-name': t`El mismo nombre en la agenda`,
    name: t`El mismo nombre`,
  }
  return (
    <select
      aria-label={t`Indicio`}
      defaultValue=""
      onChange={(event) => onChoose(LIKENESS_KINDS.find((kind) => kind === event.target.value))}
      className={cx(inputLook, 'h-8 w-auto! max-w-full min-w-0 text-sm! max-md:h-11')}
    >
      <option value="">{t`Todos los indicios`}</option>
      {LIKENESS_KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {names[kind]}
        </option>
      ))}
    </select>
  )
}

const Skeleton = () => (
  <div aria-hidden className="flex flex-col gap-5 px-4 py-4">
    {[60, 52, 56].map((width) => (
      <div key={width} className="flex flex-col gap-2">
        <span className="skeleton h-4" style={{ width: `${width}%` }} />
        <span className="skeleton h-3 w-2/5" />
      </div>
    ))}
  </div>
)
