using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.BlockTree;
using SearchNews.Lucene.Codecs.Lucene50;
using SearchNews.Lucene.Codecs.Lucene60;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>Apache Lucene writes and we read; then we write the same postings and they are Lucene's byte for byte.</summary>
public sealed class Lucene84OracleTests
{
    private static readonly string[] PostingsExtensions = ["doc", "pos", "pay"];

    [Theory]
    [InlineData("bigpostings")]
    [InlineData("offsets")]
    [InlineData("simple")]
    [InlineData("multi")]
    [InlineData("features")]
    [InlineData("news")]
    public void Postings_IndexByLucene_ReadAsLuceneReadsThem(string kind)
    {
        string folder = Oracle.SharedIndex(kind);

        string.Concat(Segments(folder).Select(s => PostingsText.Of(s.Fields, OpenTerms(s)))).ShouldHaveTheLinesOf(Oracle.DumpIndex(folder, "terms", "postings", "impacts"));
    }

    [Theory]
    [InlineData("bigpostings")]
    [InlineData("offsets")]
    [InlineData("simple")]
    [InlineData("features")]
    public void Postings_RewrittenByUs_AreTheSameToLuceneByteForByte(string kind)
    {
        string original = Oracle.SharedIndex(kind);
        using TempFolder copy = Copy(original);
        SegmentReadState state = Segments(copy.Path).ShouldHaveSingleItem();
        Rewrite(state, Segments(original).Single());

        foreach (string extension in PostingsExtensions.Where(e => state.Directory.ListAll().Contains(state.FileName(e))))
        {
            byte[] expected = File.ReadAllBytes(Path.Combine(original, state.FileName(extension)));
            Damage.BytesOf(state.Directory, state.FileName(extension)).AsSpan().SequenceEqual(expected).ShouldBeTrue(extension);
        }

        Oracle.CheckIndex(copy.Path);
        Oracle.DumpIndex(copy.Path, "terms", "postings", "impacts").ShouldHaveTheLinesOf(Oracle.DumpIndex(original, "terms", "postings", "impacts"));
    }

    /// <summary>Random postings of all kinds take the place of those of an index of Lucene's.</summary>
    [Fact]
    public void Postings_RandomTermsByUs_PassCheckIndexAndReadTheSame()
    {
        Random random = Seeds.Random();
        string original = Oracle.SharedIndex("offsets");
        using TempFolder copy = Copy(original);
        SegmentReadState state = Segments(copy.Path).ShouldHaveSingleItem();
        FieldInfo[] fields = [.. state.Fields.Where(f => f is { HasPositions: true, HasNorms: true }).OrderBy(f => f.Name, StringComparer.Ordinal)];
        foreach (string extension in DictionaryFiles(state)) state.Directory.DeleteFile(state.FileName(extension));
        Write(state, fields.Select(f => new FieldTerms(f, new ListTerms(RandomPostings(random, state, f)))));

        Oracle.CheckIndex(copy.Path);
        PostingsText.Of(state.Fields, OpenTerms(state)).ShouldHaveTheLinesOf(Oracle.DumpIndex(copy.Path, "terms", "postings", "impacts"));
    }

    /// <summary>Terms in the documents that have a length other than 0, and only those: the norms must fit the postings.</summary>
    private static TermDoc[][] RandomPostings(Random random, SegmentReadState state, FieldInfo field)
    {
        NumericDocValues norms = new Lucene80NormsReader(state with { Suffix = "" }).GetNorms(field)!;
        int[] docs = [.. Enumerable.Range(0, state.Segment.MaxDoc).Where(doc => norms.AdvanceExact(doc) && norms.LongValue != 0)];
        return
        [
            .. Enumerable.Range(0, 40)
                .Select(i => RandomTerms.Term(random, field, docs.Length, i == 0 ? docs.Length : random.Next(1, docs.Length), maxFreq: 3))
                .Select(term => term.Select(doc => doc with { Doc = docs[doc.Doc] }).ToArray()),
        ];
    }

    private static void Rewrite(SegmentReadState copy, SegmentReadState original)
    {
        BlockTreeTermsReader reader = OpenTerms(original);
        foreach (string extension in DictionaryFiles(copy)) copy.Directory.DeleteFile(copy.FileName(extension));
        Write(copy, copy.Fields.OrderBy(f => f.Name, StringComparer.Ordinal)
            .Where(f => reader.GetTerms(f.Name) is not null)
            .Select(f => new FieldTerms(f, reader.GetTerms(f.Name)!.GetTermsEnum())));
    }

    private static void Write(SegmentReadState state, IEnumerable<FieldTerms> terms)
    {
        var write = new SegmentWriteState(state.Directory, state.Segment, state.Fields, state.Suffix);
        Lucene80NormsReader? norms = state.Fields.HasNorms ? new Lucene80NormsReader(state with { Suffix = "" }) : null;
        using var postings = new Lucene84PostingsWriter(write);
        using var writer = new BlockTreeTermsWriter(write, postings);
        writer.Write(terms, field => field.HasNorms ? norms!.GetNorms(field) : null);
        postings.Close();
    }

    private static IEnumerable<string> DictionaryFiles(SegmentReadState state) =>
        PostingsExtensions.Concat(["tim", "tip", "tmd"]).Where(e => state.Directory.ListAll().Contains(state.FileName(e))).ToArray();

    private static BlockTreeTermsReader OpenTerms(SegmentReadState state) => new(state, new Lucene84PostingsReader(state));

    private static IEnumerable<SegmentReadState> Segments(string folder)
    {
        var directory = new FileSystemDirectory(folder);
        foreach (SegmentCommitInfo segment in SegmentInfos.ReadLatest(directory).Segments)
        {
            IndexDirectory files = segment.Info.IsCompoundFile ? CompoundDirectory.Open(directory, segment.Info) : directory;
            yield return new SegmentReadState(files, segment.Info, Lucene60FieldInfosFormat.Read(files, segment.Info), Lucene84PostingsFormat.Suffix);
        }
    }

    private static TempFolder Copy(string folder)
    {
        TempFolder copy = new();
        foreach (string file in Directory.EnumerateFiles(folder)) File.Copy(file, copy.Combine(Path.GetFileName(file)));
        return copy;
    }
}
