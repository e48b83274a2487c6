export { type Fen, fenFromWan, formatMoney, formatWan, type Money, parseMoney } from '../../schema/rules/money.js'
