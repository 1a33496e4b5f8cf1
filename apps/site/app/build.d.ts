import 'react-router';

declare module 'react-router' {
  /** Context is the typed container of middleware, as the future flag of the same name makes it at run time. */
  interface Future {
    v8_middleware: true;
  }
}
