import { Trans, useLingui } from '@lingui/react/macro'
import { CloudOff, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import type { ListFilter } from '../store/desk-state.ts'
import { loadMore } from '../store/loaders.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import type { Progress } from './search-progress.ts'

type Props = {
  readonly filter: ListFilter
  readonly progress: Progress
  readonly loading: boolean
  readonly isEmpty: boolean
}

/** Below the rows: more to come, a search that goes on or has stopped, or a page that could not be read. */
export function ListEnd({ filter, progress, loading, isEmpty }: Props) {
  const { t } = useLingui()
  const Shape = isEmpty ? Middle : Foot
  const again = (words: ReactNode) => <Button onPress={() => void loadMore(filter)}>{words}</Button>
  if (progress === 'searching') {
    return (
      <>
        <ListSkeleton rows={isEmpty ? 4 : 2} />
        <p role="status" className="px-3.5 py-3 text-center text-sm text-text-2" data-testid="search-goes-on">
          <Trans>Se busca en las más antiguas…</Trans>
        </p>
      </>
    )
  }
  if (loading) return <ListSkeleton rows={2} />
  if (progress === 'stopped') {
    return (
      <Shape
        icon={<SearchX size={20} aria-hidden />}
        title={t`Nadie todavía con «${filter.q}»`}
        action={again(<Trans>Seguir buscando</Trans>)}
      >
        {t`Quedan conversaciones más antiguas. Con una letra más se encuentra antes.`}
      </Shape>
    )
  }
  if (progress === 'failed') {
    return (
      <Shape
        icon={<CloudOff size={20} aria-hidden />}
        title={t`No se pudo seguir con la lista`}
        action={again(<Trans>Reintentar</Trans>)}
      />
    )
  }
  return null
}

type EndProps = {
  readonly icon: ReactNode
  readonly title: string
  readonly action: ReactNode
  readonly children?: ReactNode
}

const Middle = (props: EndProps) => (
  <div role="status" className="h-full">
    <Notice {...props} />
  </div>
)

const Foot = ({ title, action, children }: EndProps) => (
  <div
    role="status"
    className="flex flex-col items-center gap-3 px-6 py-5 text-center text-sm text-balance text-text-2"
  >
    <p>{children ?? title}</p>
    {action}
  </div>
)
