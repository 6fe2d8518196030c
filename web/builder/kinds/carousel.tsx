import { Trans, useLingui } from '@lingui/react/macro'
import {
  CARD_BODY_LENGTH,
  CARDS_MAX,
  CARDS_MIN,
  LINK_LABEL_LENGTH,
  PRODUCT_ID_LENGTH,
} from '#core/message/check/limits.ts'
import { Segmented } from '../../kit/segmented.tsx'
import type { BuiltOf } from '../built.ts'
import { newCard, newProductCard, NO_FILE } from '../blank.ts'
import { BodyPart } from '../parts/body-part.tsx'
import { CataloguePart } from '../parts/catalogue-part.tsx'
import { FilePart } from '../parts/file-part.tsx'
import { Group, More, Remove, withAt } from '../parts/group.tsx'
import { Problem } from '../parts/problem.tsx'
import { TextPart } from '../parts/text-part.tsx'
import type { KindProps } from './kind.ts'

type Card = BuiltOf<'carousel'>['cards'][number]
type LinkCard = Extract<Card, { kind: 'link' }>
type Sort = LinkCard['picture']['kind']

/** Cards side by side, all of one sort: pictures with a link, films with a link, or products of one catalogue. */
export function CarouselKind({ content, onChange }: KindProps<'carousel'>) {
  const { t } = useLingui()
  const { cards } = content
  const [first] = cards
  const put = (next: readonly Card[]) => onChange({ ...content, cards: next })
  const sort = first?.kind === 'link' ? first.picture.kind : null
  const more = (): Card =>
    first?.kind === 'product'
      ? newProductCard(first.catalogId)
      : { ...newCard(), picture: { kind: sort ?? 'image', media: NO_FILE } }
  const turnAll = (kind: Sort) =>
    put(cards.map((card) => (card.kind === 'link' ? { ...card, picture: { kind, media: NO_FILE } } : card)))
  return (
    <>
      <BodyPart value={content.body} onChange={(body) => onChange({ ...content, body })} />
      {first?.kind === 'product' && (
        <CataloguePart
          field="cards.0.catalogId"
          value={first.catalogId}
          onChange={(catalogId) => put(cards.map((card) => ({ ...card, catalogId }) as Card))}
        />
      )}
      {sort !== null && (
        <Segmented<Sort>
          label={t`Qué llevan las tarjetas`}
          small
          value={sort}
          choices={[
            { value: 'image', name: t`Fotos` },
            { value: 'video', name: t`Videos` },
          ]}
          onChange={turnAll}
        />
      )}
      {cards.map((card, index) => (
        <Group key={index} title={t`Tarjeta ${index + 1}`} aside={index === 0 ? `${cards.length}/${CARDS_MAX}` : null}>
          <div className="flex items-start gap-1.5">
            <div className="flex min-w-0 flex-1 flex-col gap-2.5">
              <CardParts {...{ card, index }} onChange={(next) => put(withAt(cards, index, next))} />
            </div>
            <Remove
              label={t`Quitar la tarjeta ${index + 1}`}
              isDisabled={cards.length <= CARDS_MIN}
              onPress={() => put(withAt(cards, index, null))}
            />
          </div>
        </Group>
      ))}
      <Problem field="cards" />
      <More isFull={cards.length >= CARDS_MAX} onPress={() => put([...cards, more()])}>
        <Trans>Otra tarjeta</Trans>
      </More>
    </>
  )
}

type CardProps = { readonly card: Card; readonly index: number; readonly onChange: (card: Card) => void }

function CardParts({ card, index, onChange }: CardProps) {
  const { t } = useLingui()
  const field = `cards.${index}`
  if (card.kind === 'product') {
    return (
      <TextPart
        field={`${field}.productId`}
        label={t`Código del producto`}
        max={PRODUCT_ID_LENGTH}
        value={card.productId}
        onChange={(productId) => onChange({ ...card, productId: productId.trim() })}
      />
    )
  }
  return (
    <>
      <FilePart
        key={card.picture.kind}
        field={`${field}.picture`}
        label={card.picture.kind === 'image' ? t`Foto` : t`Video`}
        kind={card.picture.kind}
        value={card.picture.media}
        onChange={(media) => onChange({ ...card, picture: { ...card.picture, media } })}
      />
      <TextPart
        field={`${field}.body`}
        label={t`Texto (opcional)`}
        rows={2}
        max={CARD_BODY_LENGTH}
        value={card.body ?? ''}
        onChange={(body) => onChange({ ...card, body: body === '' ? null : body })}
      />
      <TextPart
        field={`${field}.label`}
        label={t`Texto del botón`}
        max={LINK_LABEL_LENGTH}
        value={card.label}
        onChange={(label) => onChange({ ...card, label })}
      />
      <TextPart
        field={`${field}.url`}
        type="url"
        label={t`Dirección que abre`}
        placeholder="https://"
        value={card.url}
        onChange={(url) => onChange({ ...card, url: url.trim() })}
      />
    </>
  )
}
