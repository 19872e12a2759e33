-- CreateIndex
CREATE INDEX CONCURRENTLY "security_events_user_id_at_idx" ON "security_events"("user_id", "at");
