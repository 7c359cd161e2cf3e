using System.Text;
using SearchNews.Lucene.Util.Automata;

namespace SearchNews.Lucene.Tests.Util.Automata;

public sealed class LevenshteinAutomatonTests
{
    private const string Alphabet = "abcé€😀";

    [Theory]
    [InlineData("abcd", "abcd", 0)]
    [InlineData("abcd", "abd", 1)]
    [InlineData("abcd", "abxcd", 1)]
    [InlineData("abcd", "acbd", 1)]
    [InlineData("abcd", "badc", 2)]
    [InlineData("abcd", "", EditForms.TooFar)]
    [InlineData("ca", "abc", EditForms.TooFar)]
    [InlineData("ab", "", 2)]
    [InlineData("", "ab", 2)]
    [InlineData("ab", "😀a", 2)]
    [InlineData("👍😀", "😀👍", 1)]
    public void Distance_OfTwoEditsWithSwaps_IsCounted(string word, string term, int distance) => Distance(word, term, 2, 0, transpositions: true).ShouldBe(distance);

    [Fact]
    public void Distance_SwapThatIsTwoEdits_IsCounted()
    {
        Distance("abcd", "acbd", 2, 0, transpositions: false).ShouldBe(2);
        Distance("abcd", "acbd", 1, 0, transpositions: false).ShouldBe(EditForms.TooFar);
    }

    [Fact]
    public void Distance_RandomWords_IsThatOfComparison()
    {
        Random random = Seeds.Random();
        for (int i = 0; i < 60_000; i++)
        {
            string word = Word(random, 9);
            string term = random.Next(3) == 0 ? Word(random, 9) : Mutated(random, word);
            int maxEdits = random.Next(3);
            int prefix = random.Next(4) == 0 ? random.Next(4) : 0;
            bool transpositions = random.Next(2) == 0;
            Rune[] runes = [.. word.EnumerateRunes()];
            int expected = new EditDistance(runes, maxEdits, transpositions).To(Encoding.UTF8.GetBytes(term), out _);
            prefix = Math.Min(prefix, runes.Length);
            bool samePrefix = term.EnumerateRunes().Take(prefix).SequenceEqual(runes.Take(prefix));
            Distance(word, term, maxEdits, prefix, transpositions).ShouldBe(samePrefix && expected <= maxEdits ? expected : EditForms.TooFar, $"'{word}' '{term}' {maxEdits} {prefix} {transpositions}");
        }
    }

    [Fact]
    public void TryRead_PrefixOfAcceptedTerm_GoesOn()
    {
        Random random = Seeds.Random();
        for (int i = 0; i < 3_000; i++)
        {
            string word = Word(random, 8);
            string term = Mutated(random, word);
            if (Distance(word, term, 2, 0, transpositions: true) == EditForms.TooFar) continue;
            byte[] bytes = Encoding.UTF8.GetBytes(term);
            for (int length = 0; length <= bytes.Length; length++)
            {
                int at = 0;
                int state = LevenshteinAutomaton.Start;
                var automaton = new LevenshteinAutomaton(word, 2, 0, transpositions: true);
                automaton.TryRead(bytes.AsSpan(0, length), ref at, ref state).ShouldBeTrue();
                automaton.TryRead(bytes, ref at, ref state).ShouldBeTrue();
                automaton.Distance(state).ShouldBe(Distance(word, term, 2, 0, transpositions: true));
            }
        }
    }

    [Fact]
    public void TryRead_NotUtf8_FitsNothing()
    {
        int at = 0;
        int state = LevenshteinAutomaton.Start;
        new LevenshteinAutomaton("ab", 2, 0, transpositions: true).TryRead([(byte)'a', 0xFF, (byte)'b'], ref at, ref state).ShouldBeFalse();
        at.ShouldBe(3);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public void EditForms_OfEachKind_FitTheirByte(int maxEdits, bool transpositions)
    {
        EditForms forms = EditForms.Of(maxEdits, transpositions);
        TestContext.Current.TestOutputHelper?.WriteLine($"{forms.Count} forms");
        forms.Count.ShouldBeInRange(1, 256);
        for (int form = 0; form < forms.Count; form++)
        {
            for (int vector = 0; vector < 1 << forms.Width; vector++)
            {
                int next = forms.Next(form, vector, out int shift);
                if (next != EditForms.Dead) shift.ShouldBeInRange(0, forms.Width);
            }
        }
    }

    private static int Distance(string word, string term, int maxEdits, int prefixLength, bool transpositions)
    {
        var automaton = new LevenshteinAutomaton(word, maxEdits, prefixLength, transpositions);
        int at = 0;
        int state = LevenshteinAutomaton.Start;
        byte[] bytes = Encoding.UTF8.GetBytes(term);
        return automaton.TryRead(bytes, ref at, ref state) && at == bytes.Length ? automaton.Distance(state) : EditForms.TooFar;
    }

    private static string Word(Random random, int maxLength)
    {
        Rune[] letters = [.. Alphabet.EnumerateRunes()];
        int alphabet = random.Next(2, letters.Length + 1);
        return string.Concat(Enumerable.Range(0, random.Next(maxLength + 1)).Select(_ => letters[random.Next(alphabet)]));
    }

    private static string Mutated(Random random, string word)
    {
        List<Rune> letters = [.. word.EnumerateRunes()];
        for (int edits = random.Next(4); edits > 0; edits--)
        {
            int at = random.Next(letters.Count + 1);
            if (at == letters.Count) letters.Add(new Rune('a'));
            else if (random.Next(3) == 0) letters.RemoveAt(at);
            else if (random.Next(2) == 0) letters.Insert(at, new Rune('b'));
            else (letters[at], letters[^1]) = (letters[^1], letters[at]);
        }

        return string.Concat(letters);
    }
}
