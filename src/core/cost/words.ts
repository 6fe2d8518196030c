import { inLanguage, type Words } from '../problem/problem.ts'
import type { Language } from '#base/language.ts'
import type { LineProblem } from './card-file.ts'

/** What is wrong with a line of a file of rates. */
const PROBLEMS: Readonly<Record<LineProblem, Words>> = {
  'header-missing': [
    'No se encuentra la fila con los nombres de las columnas.',
    'There is no row with the names of the columns.',
    'Não há uma linha com os nomes das colunas.',
  ],
  'market-unknown': [
    'Meta no tiene un mercado con ese nombre.',
    'Meta has no market of that name.',
    'A Meta não tem um mercado com esse nome.',
  ],
  'market-repeated': [
    'El mercado aparece más de una vez.',
    'The market appears more than once.',
    'O mercado aparece mais de uma vez.',
  ],
  'market-without-rates': [
    'El mercado no está en el archivo de tarifas.',
    'The market is not in the file of rates.',
    'O mercado não está no arquivo de tarifas.',
  ],
  'currency-unknown': [
    'Meta no factura en esa moneda.',
    'Meta does not bill in that currency.',
    'A Meta não fatura nessa moeda.',
  ],
  'currency-other': [
    'La moneda no es la de las demás filas.',
    'The currency is not that of the other rows.',
    'A moeda não é a das outras linhas.',
  ],
  'price-invalid': ['El precio no se entiende.', 'The price cannot be read.', 'O preço não pode ser lido.'],
  'tier-invalid': [
    'El tramo no es válido o no coincide con la tarifa.',
    'The tier is not valid or does not fit the rate.',
    'A faixa não é válida ou não combina com a tarifa.',
  ],
  'tier-gap': [
    'El tramo no empieza donde termina el anterior.',
    'The tier does not begin where the one before ends.',
    'A faixa não começa onde termina a anterior.',
  ],
  'no-markets': ['No hay ningún mercado.', 'There are no markets.', 'Não há nenhum mercado.'],
  'date-invalid': ['Esa fecha no existe.', 'That date does not exist.', 'Essa data não existe.'],
  'too-long': ['El archivo es demasiado largo.', 'The file is too long.', 'O arquivo é longo demais.'],
}

export const lineProblemWords = (problem: LineProblem, language: Language): string =>
  inLanguage(PROBLEMS[problem], language)
