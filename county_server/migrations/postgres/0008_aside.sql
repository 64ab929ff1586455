-- What was set aside is listed by area, for the township that decides about it.
CREATE INDEX quarantine_scope ON quarantine (scope);
