import { formatCommodity } from './commodity.js';

describe('amounts in the books', () => {
  it('shows money as money', () => expect(formatCommodity(123450, 'GBP', 'en')).toBe('£1,234.50'));
  it('shows promises in their currency', () => expect(formatCommodity(500, 'PLEDGEGBP', 'en')).toBe('£5.00'));
  it('shows hours as hours', () => expect(formatCommodity(1250, 'VOLHOURS', 'en')).toBe('12.50 hr'));
});
