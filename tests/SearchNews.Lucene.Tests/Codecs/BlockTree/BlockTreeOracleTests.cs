using System.Globalization;
using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.BlockTree;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

/// <summary>Term dictionaries written by Apache Lucene, term for term as Apache Lucene dumps them.</summary>
public sealed class BlockTreeOracleTests(LuceneTerms big) : IClassFixture<LuceneTerms>
{
    [Theory]
    [InlineData("bigterms")]
    [InlineData("simple")]
    [InlineData("offsets")]
    [InlineData("features")]
    public void Read_IndexOfLucene_HasTheDumpedTerms(string kind)
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder other = new();
        string folder = kind == LuceneTerms.Kind ? big.Folder : other.Path;
        if (kind != LuceneTerms.Kind) Oracle.Run("WriteIndex", kind, folder);
        using var directory = new FileSystemDirectory(folder);
        BlockTreeTermsReader reader = LuceneTerms.Open(directory, out _, out _);

        int count = 0;
        foreach ((string field, int docCount, List<TermLine> lines) in Parse(Oracle.Run("DumpIndex", folder, "terms")))
        {
            Terms terms = reader.GetTerms(field).ShouldNotBeNull();
            terms.DocCount.ShouldBe(docCount);
            var expected = new SortedTerms(lines);
            expected.CheckWalk(terms);
            expected.CheckSeeks(terms, Seeds.Random(count++), moves: 1000);
        }

        count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Write_ManyShapes_PassesCheckIndexAndDumpsAsWritten()
    {
        Oracle.SkipUnlessAvailable();
        Random random = Seeds.Random();
        var dictionary = new TestDictionary(maxDoc: 400);
        int number = 0;
        foreach (string shape in TermSets.Shapes)
        {
            foreach (int count in new[] { 1, 30, 3000 })
            {
                if (count == 3000 && shape is "chain" or "long") continue;
                dictionary.Add($"{shape}{count}", (IndexOptions)(1 + (number++ % 3)), TermSets.WithDocs(TermSets.Make(shape, random, count), random, 400));
            }
        }

        using TempFolder folder = new();
        using var directory = new FileSystemDirectory(folder.Path);
        dictionary.WriteIndex(directory);

        Oracle.CheckIndex(folder.Path);
        int fields = 0;
        foreach ((string field, int _, List<TermLine> lines) in Parse(Oracle.Run("DumpIndex", folder.Path, "terms")))
        {
            lines.Select(l => l.ToString()).ShouldBe(dictionary.Lines(field).Select(l => l.ToString()));
            fields++;
        }

        fields.ShouldBe(number);
    }

    [Fact]
    public void Write_TermsOfAnIndexOfLucene_CutsTheSameBlocks()
    {
        Oracle.SkipUnlessAvailable();
        using var directory = new FileSystemDirectory(big.Folder);
        BlockTreeTermsReader reader = LuceneTerms.Open(directory, out SegmentInfo segment, out FieldInfos fields);
        using var copy = new MemoryDirectory();
        var state = new SegmentWriteState(copy, segment, fields, Lucene84PostingsFormat.Suffix);
        using (var postings = new Lucene84PostingsWriter(state))
        using (var writer = new BlockTreeTermsWriter(state, postings))
        {
            IEnumerable<FieldInfo> indexed = fields.Where(f => reader.GetTerms(f.Name) != null).OrderBy(f => f.Name, StringComparer.Ordinal);
            writer.Write(indexed.Select(f => new FieldTerms(f, reader.GetTerms(f.Name)!.GetTermsEnum())), static _ => null);
            postings.Close();
        }

        BlockTreeTermsReader written = TestDictionary.Open(copy, segment, fields);
        int count = 0;
        foreach (FieldInfo field in fields)
        {
            if (reader.GetTerms(field.Name) is not BlockTreeTerms expected) continue;
            var actual = (BlockTreeTerms)written.GetTerms(field.Name)!;
            BlockShapes.Of(actual).ShouldBe(BlockShapes.Of(expected));
            (actual.Size, actual.DocCount, actual.SumDocFreq, actual.SumTotalTermFreq)
                .ShouldBe((expected.Size, expected.DocCount, expected.SumDocFreq, expected.SumTotalTermFreq));
            count++;
        }

        count.ShouldBe(5);
    }

    [Fact]
    public void Use_DamagedDictionaryOfLucene_GivesOnlyTypedErrors()
    {
        // Lucene's own has what ours has not: compressed suffixes, and outputs on arcs of the index.
        Oracle.SkipUnlessAvailable();
        using var directory = new FileSystemDirectory(big.Folder);
        LuceneTerms.Open(directory, out SegmentInfo segment, out FieldInfos fields);
        Random random = Seeds.Random();
        foreach (string file in new[] { "_0_Lucene84_0.tim", "_0_Lucene84_0.tip", "_0_Lucene84_0.tmd" })
        {
            byte[] bytes = Damage.BytesOf(directory, file);
            for (int i = 0; i < 12; i++)
            {
                byte[] copy = [.. bytes];
                for (int flips = (copy.Length / 20_000) + 1; flips > 0; flips--) copy[random.Next(copy.Length - 16)] = (byte)random.Next(256);
                using MemoryDirectory damaged = Damage.Replace(directory, file, Damage.Seal(copy));
                DamagedUse.Guard(() =>
                {
                    BlockTreeTermsReader reader = TestDictionary.Open(damaged, segment, fields);
                    foreach (FieldInfo field in fields)
                    {
                        if (reader.GetTerms(field.Name) is not { } terms) continue;
                        DamagedUse.Guard(() => DamagedUse.Walk(terms, 500));
                        for (int j = 0; j < 20; j++) DamagedUse.Guard(() => DamagedUse.Seek(terms, Some.Bytes(random, random.Next(6))));
                    }
                });
            }
        }
    }

    private static IEnumerable<(string Field, int DocCount, List<TermLine> Lines)> Parse(string dump)
    {
        string field = "";
        int docCount = 0;
        List<TermLine> lines = [];
        foreach (string line in dump.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(' ');
            if (parts[0] == "terms")
            {
                if (lines.Count > 0) yield return (field, docCount, lines);
                field = parts[1];
                docCount = (int)Number(parts[3]);
                lines = [];
            }
            else
            {
                // One blank in front, then: term TERM df=N ttf=N
                lines.Add(new TermLine(Unescape(parts[2]), (int)Number(parts[3]), Number(parts[4])));
            }
        }

        yield return (field, docCount, lines);
    }

    private static long Number(string pair) => long.Parse(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);

    /// <summary>Undoes the dump's way to print bytes: \ and two hex digits, or as they are.</summary>
    private static byte[] Unescape(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            i += 2;
        }

        return [.. bytes];
    }
}
