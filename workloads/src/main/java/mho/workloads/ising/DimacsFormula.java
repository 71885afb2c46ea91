package mho.workloads.ising;

import static mho.workloads.ising.ProblemFile.bad;
import static mho.workloads.ising.ProblemFile.whole;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.BadInput;

/**
 * A formula in DIMACS CNF: comments begin with c, then "p cnf variables clauses", then literals, each clause ended by 0 wherever lines
 * end. A line of % ends the file, as in those of SATLIB.
 */
final class DimacsFormula {
    private final String where;
    private final List<List<Integer>> clauses = new ArrayList<>();
    private List<Integer> open = new ArrayList<>();
    private int variables;
    private int promised;

    private DimacsFormula(String where) {
        this.where = where;
    }

    static Satisfiability read(String where, List<String> lines) {
        return new DimacsFormula(where).formula(lines);
    }

    private Satisfiability formula(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).strip();
            if (text.startsWith("%")) {
                break;
            }
            if (text.startsWith("p")) {
                header(i + 1, text.split("\\s+", -1));
            } else if (!text.isEmpty() && !text.startsWith("c")) {
                literals(i + 1, text.split("\\s+", -1));
            }
        }
        if (variables == 0) {
            throw new BadInput(where + ": has no line \"p cnf variables clauses\"; begin it with one");
        }
        if (!open.isEmpty()) {
            throw bad(where, lines.size(), "the last clause has no end; end each with 0, or is the file cut off?");
        }
        if (clauses.size() != promised) {
            throw new BadInput(where + ": line \"p cnf\" promises " + promised + " clauses and " + clauses.size()
                    + " follow; mend that line, or is the file cut off?");
        }
        return new Satisfiability(variables, clauses);
    }

    private void header(int line, String[] words) {
        if (words.length != 4 || !words[1].equals("cnf")) {
            throw bad(where, line, "expected \"p cnf variables clauses\", as in \"p cnf 20 91\"; mend that line");
        }
        if (variables > 0) {
            throw bad(where, line, "a second line \"p cnf\"; leave it out");
        }
        variables = whole(where, line, words[2], 1, RudyGraph.MOST_NODES, "number of variables");
        promised = whole(where, line, words[3], 1, Integer.MAX_VALUE, "number of clauses");
    }

    private void literals(int line, String[] words) {
        if (variables == 0) {
            throw bad(where, line, "a clause before \"p cnf variables clauses\"; begin the file with that line");
        }
        for (String word : words) {
            int literal = whole(where, line, word, -variables, variables, "literal");
            if (literal != 0) {
                open.add(literal);
            } else if (open.isEmpty()) {
                throw bad(where, line, "a clause without literals can never be satisfied; leave it out");
            } else {
                clauses.add(open);
                open = new ArrayList<>();
            }
        }
    }
}
