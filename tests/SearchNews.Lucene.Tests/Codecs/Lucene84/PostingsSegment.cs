using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>
/// The postings files of a segment in memory, written from lists of terms by <see cref="Lucene84PostingsWriter"/>; stands in for the term dictionary.
/// </summary>
internal sealed class PostingsSegment
{
    private readonly List<WrittenTerm> _terms = [];

    public PostingsSegment(int maxDoc, params IEnumerable<FieldInfo> fields)
    {
        Fields = new FieldInfos(fields);
        Info = new SegmentInfo { Name = "_0", Id = [.. Enumerable.Range(1, 16).Select(i => (byte)i)], MaxDoc = maxDoc };
    }

    public MemoryDirectory Directory { get; } = new();

    public FieldInfos Fields { get; }

    public SegmentInfo Info { get; }

    public IReadOnlyList<WrittenTerm> Terms => _terms;

    public static FieldInfo Field(IndexOptions options, bool payloads = false, int number = 0) =>
        new() { Name = "f" + number, Number = number, IndexOptions = options, HasPayloads = payloads };

    /// <summary>Writes one field after the other, its terms in the order given.</summary>
    public PostingsSegment Write(params IEnumerable<(FieldInfo Field, sbyte?[]? Norms, TermDoc[][] Terms)> fields)
    {
        using Lucene84PostingsWriter writer = new(new SegmentWriteState(Directory, Info, Fields, Lucene84PostingsFormat.Suffix));
        foreach ((FieldInfo field, sbyte?[]? norms, TermDoc[][] terms) in fields)
        {
            writer.SetField(field, norms is null ? null : () => new ArrayNorms(norms));
            BlockTermState previous = new();
            foreach (TermDoc[] docs in terms)
            {
                Bits seen = new(Info.MaxDoc);
                BlockTermState state = new();
                writer.WriteTerm(new ListPostings(docs), state, seen).ShouldBe(docs.Length > 0);
                seen.Cardinality().ShouldBe(docs.Length);
                docs.All(doc => seen[doc.Doc]).ShouldBeTrue();
                if (docs.Length == 0) continue;
                _terms.Add(new WrittenTerm(field, norms, docs, ThroughMetadata(writer, field, state, previous)));
                previous = state;
            }
        }

        writer.Close();
        return this;
    }

    public Lucene84PostingsReader Open() => new(new SegmentReadState(Directory, Info, Fields, Lucene84PostingsFormat.Suffix));

    /// <summary>A cursor over one of the files.</summary>
    public IndexInput OpenFile(string extension) => Directory.OpenInput($"_0_Lucene84_0.{extension}");

    private static BlockTermState ThroughMetadata(Lucene84PostingsWriter writer, FieldInfo field, BlockTermState state, BlockTermState previous)
    {
        MemoryOutput output = new();
        writer.EncodeTerm(output, field, state, previous, first: false);
        BlockTermState decoded = new();
        decoded.CopyFrom(previous);
        decoded.DocFreq = state.DocFreq;
        decoded.TotalTermFreq = state.TotalTermFreq;
        TermMetadata.Decode(new IndexInput("meta", output.ToArray()), field, decoded, absolute: false);
        return decoded;
    }
}

/// <summary>A term of a <see cref="PostingsSegment"/>: what was written, and the state the dictionary would hold.</summary>
internal sealed record WrittenTerm(FieldInfo Field, sbyte?[]? Norms, TermDoc[] Docs, BlockTermState State);
