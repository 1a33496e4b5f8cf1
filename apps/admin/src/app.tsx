import { BrowserRouter, Route, Routes, useLocation } from 'react-router';
import { EntryAdmin } from './session/entry-admin.js';
import { EventAdmin } from './event-admin.js';

/** The first part of an address names the event one works in; without it (and for signing in) there is the entrance. */
function Rooms() {
  const [, first] = useLocation().pathname.split('/');
  if (!first || first === 'login') return <EntryAdmin />;
  return (
    <Routes>
      <Route path="/:slug/*" element={<EventAdmin />} />
    </Routes>
  );
}

export const App = () => (
  <BrowserRouter basename="/admin">
    <Rooms />
  </BrowserRouter>
);
