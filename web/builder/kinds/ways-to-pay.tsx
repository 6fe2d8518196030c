import { useLingui } from '@lingui/react/macro'
import type { PaymentWay } from '#core/message/payment.ts'
import { ChoicePart } from '../parts/choice-part.tsx'
import { Group, More, Remove, withAt } from '../parts/group.tsx'
import { Problem } from '../parts/problem.tsx'
import { TextPart } from '../parts/text-part.tsx'

type Kind = PaymentWay['kind']
type Props = { readonly ways: readonly PaymentWay[]; readonly onChange: (ways: readonly PaymentWay[]) => void }

const BLANK: Readonly<Record<Kind, PaymentWay>> = {
  link: { kind: 'link', url: '' },
  pix: { kind: 'pix', code: '', merchant: '', key: '', keyType: 'CNPJ' },
  boleto: { kind: 'boleto', line: '' },
}
const KINDS = Object.keys(BLANK) as readonly Kind[]

/** How a bill can be paid: each way once. */
export function WaysToPay({ ways, onChange }: Props) {
  const { t } = useLingui()
  const names: Readonly<Record<Kind, string>> = { link: t`Enlace de pago`, pix: 'Pix', boleto: 'Boleto' }
  const free = KINDS.filter((kind) => !ways.some((way) => way.kind === kind))
  return (
    <Group title={t`Formas de pago`}>
      {ways.map((way, index) => (
        <div key={way.kind} className="flex items-start gap-1.5">
          <div className="flex min-w-0 flex-1 flex-col gap-2.5">
            <Way
              {...{ way, field: `payments.${index}`, name: names[way.kind] }}
              onChange={(next) => onChange(withAt(ways, index, next))}
            />
          </div>
          <Remove
            label={t`Quitar ${names[way.kind]}`}
            isDisabled={ways.length === 1}
            onPress={() => onChange(withAt(ways, index, null))}
          />
        </div>
      ))}
      <Problem field="payments" />
      <span className="flex flex-wrap gap-1">
        {free.map((kind) => (
          <More key={kind} onPress={() => onChange([...ways, BLANK[kind]])}>
            {names[kind]}
          </More>
        ))}
      </span>
    </Group>
  )
}

type WayProps = {
  readonly way: PaymentWay
  readonly field: string
  readonly name: string
  readonly onChange: (way: PaymentWay) => void
}

function Way({ way, field, name, onChange }: WayProps) {
  const { t } = useLingui()
  if (way.kind === 'link') {
    return (
      <TextPart
        field={`${field}.url`}
        type="url"
        label={name}
        placeholder="https://"
        value={way.url}
        onChange={(url) => onChange({ ...way, url: url.trim() })}
      />
    )
  }
  if (way.kind === 'boleto') {
    return (
      <TextPart
        field={`${field}.line`}
        label={t`Línea digitable del boleto`}
        value={way.line}
        onChange={(line) => onChange({ ...way, line: line.trim() })}
      />
    )
  }
  return (
    <>
      <TextPart
        field={`${field}.code`}
        label={t`Código Pix (copiar y pegar)`}
        value={way.code}
        onChange={(code) => onChange({ ...way, code: code.trim() })}
      />
      <TextPart
        field={`${field}.merchant`}
        label={t`Quién cobra`}
        value={way.merchant}
        onChange={(merchant) => onChange({ ...way, merchant })}
      />
      <div className="grid grid-cols-[1fr_auto] items-start gap-2.5">
        <TextPart
          field={`${field}.key`}
          label={t`Clave Pix`}
          value={way.key}
          onChange={(key) => onChange({ ...way, key: key.trim() })}
        />
        <ChoicePart
          label={t`Tipo de clave`}
          value={way.keyType}
          choices={(['CNPJ', 'CPF', 'EMAIL', 'PHONE', 'EVP'] as const).map((each) => ({ value: each, name: each }))}
          onChange={(keyType) => onChange({ ...way, keyType })}
        />
      </div>
    </>
  )
}
