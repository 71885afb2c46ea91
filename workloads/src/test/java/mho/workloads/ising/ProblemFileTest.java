package mho.workloads.ising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_graph_counts_nodes_from_one_and_takes_a_weight_left_out_for_one() throws IOException {
        assertThat(ProblemFile.read(file("g.txt", "3 2\n1 2 -1\n\n3 1\n")))
                .isEqualTo(new MaxCut(3, List.of(new MaxCut.WeightedEdge(0, 1, -1), new MaxCut.WeightedEdge(2, 0, 1))));
    }

    @Test
    void clauses_end_with_zero_wherever_lines_end() throws IOException {
        assertThat(ProblemFile.read(file("f.cnf", "c a comment\np cnf 4 3\n1 -2\n3 0 -4 0\n2 0\n%\n0\n")))
                .isEqualTo(new Satisfiability(4, List.of(List.of(1, -2, 3), List.of(-4), List.of(2))));
    }

    @Test
    void a_formula_is_known_by_its_first_line_whatever_its_name() throws IOException {
        assertThat(ProblemFile.read(file("f.txt", "p cnf 1 1\n1 0\n"))).isInstanceOf(Satisfiability.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            g.txt | 3;                   | g.txt:1: expected "nodes edges"
            g.txt | 0 0;                 | g.txt:1: "0" is no number of nodes
            g.txt | 99999 0;             | g.txt:1: "99999" is no number of nodes
            g.txt | 3 1;1 4 1            | g.txt:2: "4" is no node, which are whole numbers from 1 to 3; mend that line
            g.txt | 3 1;2 2 1            | g.txt:2: an edge from node 2 to itself
            g.txt | 3 2;1 2 1;2 1 1      | g.txt:3: the edge from 2 to 1 stands there already
            g.txt | 3 1;1 2 x            | g.txt:2: "x" is no weight
            g.txt | 3 1;1 2 NaN          | g.txt:2: "NaN" is no weight
            g.txt | 3 1;1                | g.txt:2: expected "from to weight", has 1 words; mend that line
            g.txt | 3 2;1 2              | g.txt: the first line promises 2 edges and 1 follow
            g.txt | ;                    | g.txt: is empty
            f.cnf | ;                    | f.cnf: has no line "p cnf variables clauses"
            f.cnf | p cnf 2;             | f.cnf:1: expected "p cnf variables clauses"
            f.cnf | p sat 2 1;1 0        | f.cnf:1: expected "p cnf variables clauses"
            f.cnf | p cnf 2 1;p cnf 2 1  | f.cnf:2: a second line "p cnf"
            f.cnf | 1 0;p cnf 2 1        | f.cnf:1: a clause before
            f.cnf | p cnf 2 1;3 0        | f.cnf:2: "3" is no literal
            f.cnf | p cnf 2 1;0          | f.cnf:2: a clause without literals
            f.cnf | p cnf 2 1;1 2        | f.cnf:2: the last clause has no end
            f.cnf | p cnf 2 2;1 2 0      | f.cnf: line "p cnf" promises 2 clauses and 1 follow
            """)
    void a_bad_line_is_told_with_its_place_and_a_remedy(String name, String text, String told) throws IOException {
        Path file = file(name, text.replace(';', '\n'));
        assertThatThrownBy(() -> ProblemFile.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(told)
                .hasMessageMatching("(?s).*[;?].*");
    }

    @Test
    void a_file_that_is_not_there_or_no_text_is_told() throws IOException {
        assertThatThrownBy(() -> ProblemFile.read(folder.resolve("none.cnf")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("there is no such file");
        Path bytes = Files.write(folder.resolve("b.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> ProblemFile.read(bytes))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no text");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
