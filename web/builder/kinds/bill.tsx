import { Trans, useLingui } from '@lingui/react/macro'
import { instant } from '#base/time.ts'
import { ORDER_CURRENCIES, ORDER_ITEM_NAME_LENGTH, ORDER_WORDS_LENGTH } from '#core/message/check/limits.ts'
import { serverNow } from '../../feed/clock.ts'
import { Segmented } from '../../kit/segmented.tsx'
import type { BuiltOf } from '../built.ts'
import { newItem } from '../blank.ts'
import { AmountPart } from '../parts/amount-part.tsx'
import { BodyPart } from '../parts/body-part.tsx'
import { ChoicePart } from '../parts/choice-part.tsx'
import { FooterPart } from '../parts/footer-part.tsx'
import { Group, More, Remove, withAt } from '../parts/group.tsx'
import { HeaderPart } from '../parts/header-part.tsx'
import { Problem } from '../parts/problem.tsx'
import { TextPart } from '../parts/text-part.tsx'
import type { KindProps } from './kind.ts'
import { WaysToPay } from './ways-to-pay.tsx'

const DAY_MS = 86_400_000

/** A bill to be paid in the chat. */
export function BillKind({ content, onChange }: KindProps<'order-details'>) {
  const { t } = useLingui()
  const put = (part: Partial<BuiltOf<'order-details'>>) => onChange({ ...content, ...part })
  return (
    <>
      <BodyPart value={content.body} onChange={(body) => put({ body })} />
      <div className="grid grid-cols-2 items-start gap-2.5">
        <TextPart
          field="reference"
          label={t`Referencia`}
          value={content.reference}
          onChange={(reference) => put({ reference: reference.trim() })}
        />
        <ChoicePart
          label={t`Moneda`}
          value={content.currency}
          choices={ORDER_CURRENCIES.map((currency) => ({ value: currency, name: currency }))}
          onChange={(currency) => put({ currency })}
        />
      </div>
      <Segmented
        label={t`Qué se vende`}
        small
        value={content.goods}
        choices={[
          { value: 'physical', name: t`Productos que se envían` },
          { value: 'digital', name: t`Servicios o digital` },
        ]}
        onChange={(goods) => put({ goods })}
      />
      <Items items={content.items} onChange={(items) => put({ items })} />
      <div className="grid grid-cols-3 items-start gap-2.5">
        <AmountPart
          field="taxMicros"
          label={t`Impuestos`}
          value={content.taxMicros}
          onChange={(taxMicros) => put({ taxMicros })}
        />
        <AmountPart
          field="shippingMicros"
          label={t`Envío`}
          value={content.shippingMicros}
          onChange={(shippingMicros) => put({ shippingMicros })}
        />
        <AmountPart
          field="discountMicros"
          label={t`Descuento`}
          value={content.discountMicros}
          onChange={(discountMicros) => put({ discountMicros })}
        />
      </div>
      <WaysToPay ways={content.payments} onChange={(payments) => put({ payments })} />
      <ChoicePart
        label={t`Hasta cuándo se puede pagar`}
        value={content.expires === null ? '' : 'soon'}
        choices={[
          { value: '', name: t`Sin límite` },
          { value: 'soon', name: t`Un día` },
        ]}
        onChange={(chosen) =>
          put({
            expires:
              chosen === '' ? null : { at: instant(serverNow() + DAY_MS), words: t`Se puede pagar hasta mañana` },
          })
        }
      />
      {content.expires !== null && (
        <TextPart
          field="expires.words"
          label={t`Palabras sobre el límite`}
          max={ORDER_WORDS_LENGTH}
          value={content.expires.words}
          onChange={(words) => put({ expires: content.expires && { ...content.expires, words } })}
        />
      )}
      <HeaderPart value={content.header} onChange={(header) => put({ header })} />
      <FooterPart value={content.footer} onChange={(footer) => put({ footer })} />
    </>
  )
}

type Item = BuiltOf<'order-details'>['items'][number]
type ItemsProps = { readonly items: readonly Item[]; readonly onChange: (items: readonly Item[]) => void }

function Items({ items, onChange }: ItemsProps) {
  const { t } = useLingui()
  return (
    <Group title={t`Artículos`}>
      {items.map((item, index) => {
        const change = (part: Partial<Item>) => onChange(withAt(items, index, { ...item, ...part }))
        return (
          <div key={item.productId} className="flex items-start gap-1.5">
            <TextPart
              className="flex-[4]"
              field={`items.${index}.name`}
              label={t`Artículo ${index + 1}`}
              max={ORDER_ITEM_NAME_LENGTH}
              value={item.name}
              onChange={(name) => change({ name })}
            />
            <TextPart
              className="flex-[1]"
              field={`items.${index}.quantity`}
              label={t`Piezas`}
              mode="numeric"
              value={Number.isNaN(item.quantity) ? '' : String(item.quantity)}
              onChange={(text) => change({ quantity: /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN })}
            />
            <AmountPart
              className="flex-[2]"
              field={`items.${index}.priceMicros`}
              label={t`Precio`}
              value={item.priceMicros}
              onChange={(priceMicros) => change({ priceMicros })}
            />
            <Remove
              label={t`Quitar el artículo ${index + 1}`}
              isDisabled={items.length === 1}
              onPress={() => onChange(withAt(items, index, null))}
            />
          </div>
        )
      })}
      <Problem field="items" />
      <More onPress={() => onChange([...items, newItem(items)])}>
        <Trans>Otro artículo</Trans>
      </More>
    </Group>
  )
}
