package org.winnow.store;

import java.sql.SQLException;

/** Carries an SQLException out of the bulk paths, where no Jdbi stands between. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause);
    }
}
