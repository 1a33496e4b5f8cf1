import { Desk, csv, upload } from './books-desk.js';

/** The books of these tests are kept on 1 May 2026. */
describe('days in the books', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  const entry = (on: string): object => ({
    on,
    text: 'Opening balance, paper 1',
    lines: [
      { account: 'Assets:Bank:Main', debit: 100, credit: 0 },
      { account: 'Income:CancellationFees', debit: 0, credit: 100 },
    ],
  });

  it.each([
    ['2000-01-01', 201, ''],
    ['2027-05-01', 201, ''],
    ['2027-05-02', 422, 'must not be later than 2027-05-01'],
    ['1999-12-31', 422, 'from 2000-01-01 to 2099-12-31'],
    ['0226-05-01', 422, 'from 2000-01-01 to 2099-12-31'],
    ['9999-12-31', 422, 'from 2000-01-01 to 2099-12-31'],
  ])('an entry of %s is answered %i: %s', async (on, status, why) => {
    const { body } = await desk.post('/entries', entry(on)).expect(status);
    if (why) {
      const { errors } = body as { errors: { pointer: string; message: string }[] };
      expect(errors).toContainEqual({ pointer: '/on', message: expect.stringContaining(why) as string });
    }
  });

  it.each(['1999-12-31', '2027-05-02', '0226-05-01'])('a bank line of %s stops its file, with line, column and bound', async (day) => {
    const { body } = await desk
      .post('/statements/preview', upload(csv('2026-04-30,Rent,-10.00,90.00', `${day},Rent,-10.00,80.00`)))
      .expect(422);
    expect(body).toMatchObject({
      code: 'UNREADABLE_FILE',
      details: { faults: [{ line: 3, column: 1, message: expect.stringContaining('from 2000-01-01 to 2027-05-01') as string }] },
    });
  });
});
