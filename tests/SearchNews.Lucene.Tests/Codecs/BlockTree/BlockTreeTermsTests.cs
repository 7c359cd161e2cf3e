using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.BlockTree;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

public sealed class BlockTreeTermsTests
{
    public static TheoryData<string, int> Sets
    {
        get
        {
            var sets = new TheoryData<string, int>();
            foreach (string shape in TermSets.Shapes)
            {
                foreach (int count in new[] { 1, 24, 60, 700 }) sets.Add(shape, shape == "long" ? count / 10 + 1 : count);
            }

            sets.Add("words", 30_000);
            sets.Add("digits", 200_000);
            sets.Add("urls", 8_000);
            sets.Add("binary", 20_000);
            sets.Add("fan", 60_000);
            return sets;
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Enum_AnySet_MovesAsOverASortedList(string shape, int count)
    {
        Random random = Seeds.Random(count);
        TestDictionary dictionary = new TestDictionary(maxDoc: 500)
            .Add("f", Some.Of(random, IndexOptions.Docs, IndexOptions.DocsAndFreqs, IndexOptions.DocsAndFreqsAndPositions), TermSets.WithDocs(TermSets.Make(shape, random, count), random, 500));
        using var directory = new MemoryDirectory();
        dictionary.Write(directory);

        Terms terms = dictionary.Open(directory).GetTerms("f").ShouldNotBeNull();
        var expected = new SortedTerms(dictionary.Lines("f"));
        expected.CheckWalk(terms);
        expected.CheckSeeks(terms, random, moves: 300);
    }

    [Fact]
    public void Write_SevenWords_IsTheWorkedExample()
    {
        (string Word, int[] Docs)[] words =
            [("brown", [0]), ("dog", [1]), ("fox", [0]), ("lazy", [1]), ("quick", [0, 1]), ("sleeps", [1]), ("the", [0])];
        TestDictionary dictionary = new TestDictionary(maxDoc: 2)
            .Add("absent", IndexOptions.Docs, [])
            .Add("body", IndexOptions.DocsAndFreqsAndPositions, [.. words.Select(w => new TermDocs([.. w.Word.Select(c => (byte)c)], [.. w.Docs.Select(d => (d, 1))]))]);
        using var directory = new MemoryDirectory();
        dictionary.Write(directory);

        Body(directory, "tim", 54).ShouldBe(
            "0f" + "ec01" + Convert.ToHexStringLower("browndogfoxlazyquicksleepsthe"u8) + "0e" + "05030304050603" + "04" + "07040003" +
            "10" + "7c003d" + "0501" + "0301" + "0501" + "0001" + "040102" + "0301");
        Body(directory, "tip", 55).ShouldBe("00");
        Body(directory, "tmd", 54 + 63).ShouldBe(
            "8001" + "01" + "01" + "07" + "02da01" + "08" + "08" + "02" + "05" + Convert.ToHexStringLower("brown"u8) + "03" + Convert.ToHexStringLower("the"u8) +
            "37" + "3fd76c17" + "03465354" + "00000007" + "01" + "03" + "01da02" + "00" + "00" + "01" +
            $"{directory.FileLength("_0_Lucene84_0.tip"):x16}{directory.FileLength("_0_Lucene84_0.tim"):x16}");
    }

    [Fact]
    public void Write_HundredLeadBytes_AreFourFloorBlocks()
    {
        TestDictionary dictionary = OneDocEach(Enumerable.Range(0, 100).Select(i => new[] { (byte)(i * 2) }));
        using var directory = new MemoryDirectory();
        dictionary.Write(directory);

        var terms = (BlockTreeTerms)dictionary.Open(directory).GetTerms("f")!;
        BlockShapes.Of(terms).ShouldBe(["(root): terms, 32 terms, 64 terms, 96 terms"]);
    }

    [Fact]
    public void Write_PrefixOf25Terms_IsABlock_Of24_IsNot()
    {
        IEnumerable<byte[]> terms = Enumerable.Range(0, 24).Select(i => new[] { (byte)'a', (byte)i }).Concat(Enumerable.Range(0, 25).Select(i => new[] { (byte)'b', (byte)i }));
        TestDictionary dictionary = OneDocEach(terms);
        using var directory = new MemoryDirectory();
        dictionary.Write(directory);

        var read = (BlockTreeTerms)dictionary.Open(directory).GetTerms("f")!;
        BlockShapes.Of(read).ShouldBe(["(root): terms", "62: terms"]);
    }

    [Fact]
    public void Write_OnlySubBlocksInAFloorBlock_SaysSo()
    {
        // 60 lead bytes with 25 terms each: 60 sub-blocks in two floor blocks without a term of their own.
        TestDictionary dictionary = OneDocEach(Enumerable.Range(0, 60).SelectMany(i => Enumerable.Range(0, 25).Select(j => new[] { (byte)i, (byte)j })));
        using var directory = new MemoryDirectory();
        dictionary.Write(directory);

        var terms = (BlockTreeTerms)dictionary.Open(directory).GetTerms("f")!;
        BlockShapes.Of(terms)[0].ShouldBe("(root): none, 19 none");
        TermsEnum cursor = terms.GetTermsEnum();
        cursor.SeekExact([5]).ShouldBeFalse();
        cursor.SeekExact([70]).ShouldBeFalse();
        cursor.SeekCeil([5]).ShouldBe(SeekStatus.NotFound);
        cursor.Term.ToArray().ShouldBe([5, 0]);
    }

    [Fact]
    public void Write_ManyFields_KeepsEachApart()
    {
        Random random = Seeds.Random();
        var dictionary = new TestDictionary(maxDoc: 100);
        for (int i = 0; i < 20; i++)
            dictionary.Add($"f{i}", (IndexOptions)(1 + (i % 3)), i % 5 == 4 ? [] : TermSets.WithDocs(TermSets.Make("words", random, random.Next(1, 400)), random, 100));
        using var directory = new MemoryDirectory();
        dictionary.Write(directory);

        BlockTreeTermsReader reader = dictionary.Open(directory);
        for (int i = 0; i < 20; i++)
        {
            if (i % 5 == 4) reader.GetTerms($"f{i}").ShouldBeNull();
            else new SortedTerms(dictionary.Lines($"f{i}")).CheckWalk(reader.GetTerms($"f{i}")!);
        }

        reader.GetTerms("other").ShouldBeNull();
    }

    [Fact]
    public void DocCount_SeveralTermsOfADocument_CountsItOnce()
    {
        TestDictionary dictionary = new TestDictionary(maxDoc: 10).Add(
            "f", IndexOptions.Docs, [new([1], [(2, 1), (3, 1)]), new([2], []), new([3], [(3, 1)]), new([4], [(3, 1), (9, 1)])]);
        using var directory = new MemoryDirectory();
        dictionary.Write(directory);

        Terms terms = dictionary.Open(directory).GetTerms("f")!;
        terms.DocCount.ShouldBe(3);
        new SortedTerms(dictionary.Lines("f")).CheckWalk(terms);
    }

    [Fact]
    public void Write_TermsOutOfOrder_Throws()
    {
        using var directory = new MemoryDirectory();
        TestDictionary dictionary = new TestDictionary(maxDoc: 2).Add("f", IndexOptions.Docs, [new([2], [(0, 1)]), new([1], [(0, 1)])]);

        Should.Throw<ArgumentException>(() => dictionary.Write(directory)).Message.ShouldContain("'f'");
    }

    [Fact]
    public void DocFreq_Unpositioned_Throws()
    {
        TestDictionary dictionary = OneDocEach([[1]]);
        using var directory = new MemoryDirectory();
        dictionary.Write(directory);
        TermsEnum cursor = dictionary.Open(directory).GetTerms("f")!.GetTermsEnum();

        Should.Throw<InvalidOperationException>(() => cursor.DocFreq);
        cursor.SeekExact([2]).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => cursor.GetTermState());
    }

    [Fact]
    public void Postings_HoweverTheTermWasReached_AreItsDocuments()
    {
        Random random = Seeds.Random();
        List<TermDocs> terms = TermSets.WithDocs(TermSets.Make("words", random, 2000), random, 200);
        TestDictionary dictionary = new TestDictionary(maxDoc: 200).Add("f", IndexOptions.DocsAndFreqs, terms);
        using var directory = new MemoryDirectory();
        dictionary.Write(directory);
        Terms field = dictionary.Open(directory).GetTerms("f")!;
        TermsEnum walk = field.GetTermsEnum();
        TermsEnum seek = field.GetTermsEnum();
        TermsEnum given = field.GetTermsEnum();
        PostingsEnum? reused = null;
        foreach (TermDocs term in terms)
        {
            walk.MoveNext().ShouldBeTrue();
            seek.SeekExact(term.Term).ShouldBeTrue();
            given.SeekExact(term.Term, seek.GetTermState());
            reused = walk.Postings(PostingsFlags.Freqs, reused);
            Documents(reused).ShouldBe(term.Docs);
            Documents(seek.Postings(PostingsFlags.Freqs)).ShouldBe(term.Docs);
            Documents(given.Impacts(PostingsFlags.Freqs)).ShouldBe(term.Docs);
        }
    }

    [Fact]
    public void Enum_AfterWarmUp_AllocatesNothing()
    {
        Random random = Seeds.Random();
        TestDictionary dictionary = new TestDictionary(maxDoc: 50).Add("f", IndexOptions.DocsAndFreqs, TermSets.WithDocs(TermSets.Make("words", random, 5000), random, 50));
        using var directory = new MemoryDirectory();
        dictionary.Write(directory);
        List<TermLine> lines = dictionary.Lines("f");
        TermsEnum cursor = dictionary.Open(directory).GetTerms("f")!.GetTermsEnum();

        long Use()
        {
            long sum = 0;
            foreach (TermLine line in lines)
            {
                if (cursor.SeekExact(line.Term)) sum += cursor.DocFreq;
                if (cursor.SeekCeil(line.Term.AsSpan(0, line.Term.Length / 2)) != SeekStatus.End && cursor.MoveNext()) sum += cursor.TotalTermFreq;
            }

            return sum;
        }

        Use();
        long before = GC.GetAllocatedBytesForCurrentThread();
        long total = Use();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        allocated.ShouldBe(0);
        total.ShouldBeGreaterThan(0);
    }

    private static List<(int Doc, int Freq)> Documents(PostingsEnum postings)
    {
        var documents = new List<(int Doc, int Freq)>();
        while (postings.NextDoc() != DocIdSetIterator.NoMoreDocs) documents.Add((postings.DocId, postings.Freq));
        return documents;
    }

    private static TestDictionary OneDocEach(IEnumerable<byte[]> terms) =>
        new TestDictionary(maxDoc: 1).Add("f", IndexOptions.Docs, [.. terms.Select(t => new TermDocs(t, [(0, 1)]))]);

    private static string Body(MemoryDirectory directory, string extension, int start)
    {
        ReadOnlySpan<byte> bytes = directory.OpenInput($"_0_Lucene84_0.{extension}").Span;
        return Convert.ToHexStringLower(bytes[start..^CodecUtil.FooterLength]);
    }
}
