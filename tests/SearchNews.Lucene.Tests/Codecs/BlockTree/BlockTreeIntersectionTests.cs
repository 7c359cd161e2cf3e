using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Tests.Util.Automata;
using SearchNews.Lucene.Util.Automata;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

/// <summary>The terms that an automaton accepts: by blocks, by seeking, and by looking at each of them.</summary>
public sealed class BlockTreeIntersectionTests
{
    private const string Letters = "abcéñ€語😀";

    public static TheoryData<string, int> Sets => new()
    {
        { "letters", 1 },
        { "letters", 40 },
        { "letters", 20_000 },
        { "words", 30_000 },
        { "digits", 20_000 },
        { "urls", 2_000 },
        { "chain", 700 },
        { "binary", 5_000 },
        { "deep", 700 },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void Intersect_AnySet_GivesTermsOfALinearScan(string shape, int count)
    {
        Random random = Seeds.Random(count);
        List<byte[]> set = shape == "letters" ? OfLetters(random, count) : TermSets.Make(shape, random, count);
        TestDictionary dictionary = new TestDictionary(maxDoc: 50).Add("f", IndexOptions.Docs, TermSets.WithDocs(set, random, 50));
        using var directory = new MemoryDirectory();
        dictionary.Write(directory);
        Terms terms = dictionary.Open(directory).GetTerms("f").ShouldNotBeNull();
        TermTree tree = TermTree.Read(terms.GetTermsEnum(), static () => throw new InvalidOperationException("out of order")).ShouldNotBeNull();
        int found = 0;
        for (int i = 0; i < 25; i++)
        {
            string word = Word(random, set);
            (int maxEdits, int prefix, bool swaps) = (random.Next(3), random.Next(3) == 0 ? random.Next(5) : 0, random.Next(3) > 0);
            string[] expected = Scan(set, word, maxEdits, prefix, swaps);
            found += expected.Length;
            Walk(terms.Intersect(new LevenshteinAutomaton(word, maxEdits, prefix, swaps))).ShouldBe(expected, $"'{word}' {maxEdits} {prefix} {swaps}");
            Walk(new TermTreeIntersection(tree, new LevenshteinAutomaton(word, maxEdits, prefix, swaps))).ShouldBe(expected, $"'{word}' {maxEdits} {prefix} {swaps}, tree");
            Walk(new SeekingIntersection(terms.GetTermsEnum(), new LevenshteinAutomaton(word, maxEdits, prefix, swaps))).ShouldBe(expected, $"'{word}' {maxEdits} {prefix} {swaps}, seeking");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{found} terms found");
        found.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Intersect_NarrowedOnTheWay_LeavesOutWhatIsFartherAway()
    {
        List<byte[]> set = [.. new[] { "aaaa", "aabb", "abbb", "bbbb", "bbbc", "bbcc" }.Select(Encoding.UTF8.GetBytes)];
        TestDictionary dictionary = new TestDictionary(maxDoc: 50).Add("f", IndexOptions.Docs, TermSets.WithDocs(set, Seeds.Random(), 50));
        using var directory = new MemoryDirectory();
        dictionary.Write(directory);
        var automaton = new LevenshteinAutomaton("bbbb", 2, 0, transpositions: true);
        TermIntersection terms = dictionary.Open(directory).GetTerms("f").ShouldNotBeNull().Intersect(automaton);

        terms.MoveNext().ShouldBeTrue();
        (Term.ToText(terms.Term), terms.Edits).ShouldBe(("aabb", 2));
        automaton.MaxEdits = 1;
        Walk(terms).ShouldBe(["1 abbb", "0 bbbb", "1 bbbc"]);
    }

    private static string[] Walk(TermIntersection terms)
    {
        var found = new List<string>();
        while (terms.MoveNext()) found.Add($"{terms.Edits} {Term.ToText(terms.Term)}");
        return [.. found];
    }

    private static string[] Scan(List<byte[]> set, string word, int maxEdits, int prefixLength, bool transpositions)
    {
        Rune[] letters = [.. word.EnumerateRunes()];
        var distance = new EditDistance(letters, maxEdits, transpositions);
        byte[] prefix = Encoding.UTF8.GetBytes(string.Concat(letters.Take(prefixLength)));
        return [.. set.Where(term => term.AsSpan().StartsWith(prefix))
            .Select(term => (Edits: distance.To(term, out _), Term: term))
            .Where(near => near.Edits <= maxEdits)
            .Select(near => $"{near.Edits} {Term.ToText(near.Term)}")];
    }

    private static string Word(Random random, List<byte[]> set)
    {
        string word = Encoding.UTF8.GetString(set[random.Next(set.Count)]);
        int at = random.Next(word.Length + 1);
        return random.Next(3) switch
        {
            0 => word,
            1 => string.Concat(word.AsSpan(0, at), "b", word.AsSpan(at)),
            _ => Some.Word(random, 0, 5),
        };
    }

    private static List<byte[]> OfLetters(Random random, int count)
    {
        Rune[] letters = [.. Letters.EnumerateRunes()];
        var set = new SortedSet<byte[]>(Comparer<byte[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b)));
        for (int i = 0; i < count; i++)
            set.Add(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => letters[random.Next(letters.Length)]))));
        return [.. set];
    }
}
