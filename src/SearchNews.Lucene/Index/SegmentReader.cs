using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene50;
using SearchNews.Lucene.Codecs.Lucene60;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Codecs.Lucene87;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index;

/// <summary>One segment as a commit has it: the immutable core, the live documents and the doc-values updates of that commit. Immutable, thread-safe; in memory.</summary>
public sealed class SegmentReader : LeafReader
{
    private readonly SegmentCore _core;
    private readonly Dictionary<string, Lucene80DocValuesReader> _updatesByField = new(StringComparer.Ordinal);
    private readonly bool _isAsCommitted;

    private SegmentReader(IndexDirectory directory, SegmentCommitInfo commit, SegmentCore core)
    {
        _isAsCommitted = true;
        Commit = commit;
        NumDocs = commit.LiveCount;
        _core = core;
        FieldInfos = commit.FieldInfosGen == -1 ? core.Fields : Lucene60FieldInfosFormat.ReadUpdate(directory, commit.Info, IndexFileNames.Base36(commit.FieldInfosGen), core.Fields);
        LiveDocs = commit.HasDeletions ? Lucene50LiveDocsFormat.Read(directory, commit) : null;
        foreach (IGrouping<long, FieldInfo> updated in FieldInfos.Where(f => f.DocValuesGen != -1).GroupBy(f => f.DocValuesGen)) OpenUpdates(directory, updated);
    }

    private SegmentReader(SegmentReader reader, Bits live)
    {
        Commit = reader.Commit;
        _core = reader._core;
        FieldInfos = reader.FieldInfos;
        _updatesByField = reader._updatesByField;
        LiveDocs = live;
        NumDocs = live.Cardinality();
    }

    /// <summary>What the commit says of the segment. A reader that a writer gave may have more deletions.</summary>
    public SegmentCommitInfo Commit { get; }

    /// <inheritdoc/>
    public override int MaxDoc => Commit.Info.MaxDoc;

    /// <inheritdoc/>
    public override int NumDocs { get; }

    /// <inheritdoc/>
    public override Bits? LiveDocs { get; }

    /// <inheritdoc/>
    public override FieldInfos FieldInfos { get; }

    /// <summary>Opens a segment and verifies every file of it.</summary>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    public static SegmentReader Open(IndexDirectory directory, SegmentCommitInfo commit)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(commit);
        return new SegmentReader(directory, commit, new SegmentCore(directory, commit.Info));
    }

    /// <inheritdoc/>
    public override Terms? GetTerms(string field) => _core.GetTerms(field);

    /// <inheritdoc/>
    public override NumericDocValues? GetNormValues(string field) => _core.GetNorms(field);

    /// <inheritdoc/>
    public override NumericDocValues? GetNumericDocValues(string field) => Find(field, DocValuesType.Numeric) is { } info ? DocValuesOf(field)?.GetNumeric(info) : null;

    /// <inheritdoc/>
    public override BinaryDocValues? GetBinaryDocValues(string field) => Find(field, DocValuesType.Binary) is { } info ? DocValuesOf(field)?.GetBinary(info) : null;

    /// <inheritdoc/>
    public override SortedDocValues? GetSortedDocValues(string field) => Find(field, DocValuesType.Sorted) is { } info ? DocValuesOf(field)?.GetSorted(info) : null;

    /// <inheritdoc/>
    public override SortedNumericDocValues? GetSortedNumericDocValues(string field) => Find(field, DocValuesType.SortedNumeric) is { } info ? DocValuesOf(field)?.GetSortedNumeric(info) : null;

    /// <inheritdoc/>
    public override SortedSetDocValues? GetSortedSetDocValues(string field) => Find(field, DocValuesType.SortedSet) is { } info ? DocValuesOf(field)?.GetSortedSet(info) : null;

    /// <inheritdoc/>
    public override void VisitDocument(int doc, StoredFieldVisitor visitor) => _core.StoredFields.VisitDocument(doc, visitor);

    /// <inheritdoc/>
    internal override FreqColumn? GetFreqColumn(Term term) => _core.GetFreqColumn(term);

    /// <inheritdoc/>
    internal override ImpactTiers? GetImpactTiers(Term term, int docFreq, SimScorer scorer) => _core.FrequentTerms.GetImpactTiers(term, docFreq, scorer);

    /// <inheritdoc/>
    internal override TermPositions? GetPositions(Term term, int docFreq) => _core.FrequentTerms.GetPositions(term, docFreq);

    /// <summary>Stored fields of many documents in order, decoded once a chunk. One thread.</summary>
    internal StoredFieldsCursor NewStoredFieldsCursor() => new(_core.StoredFields);

    /// <summary>The stored fields, deleted documents included.</summary>
    internal Lucene87StoredFieldsReader StoredFields => _core.StoredFields;

    /// <summary>The same segment in another commit: this reader when nothing changed, else one that shares the core.</summary>
    internal SegmentReader Reopen(IndexDirectory directory, SegmentCommitInfo commit)
    {
        bool isSame = _isAsCommitted && commit.DeletesGen == Commit.DeletesGen && commit.FieldInfosGen == Commit.FieldInfosGen && commit.DocValuesGen == Commit.DocValuesGen;
        return isSame ? this : new SegmentReader(directory, commit, _core);
    }

    /// <summary>The same segment with other live documents, which nobody may change any more.</summary>
    internal SegmentReader WithLiveDocs(Bits live) => new(this, live);

    /// <summary>Whether a commit's segment is this reader's, deletions and updates apart.</summary>
    internal bool IsSegment(SegmentCommitInfo commit) => commit.Name == Commit.Name && commit.Info.Id.AsSpan().SequenceEqual(Commit.Info.Id);

    private void OpenUpdates(IndexDirectory directory, IGrouping<long, FieldInfo> updated)
    {
        // The file of a generation holds the whole columns of the fields that say so, and those only.
        var fields = new FieldInfos(updated);
        string generation = IndexFileNames.Base36(updated.Key);
        string fieldsFile = IndexFileNames.SegmentFileName(Commit.Name, IndexFileNames.Base36(Commit.FieldInfosGen), Lucene60FieldInfosFormat.Extension);
        foreach (IGrouping<string?, FieldInfo> group in updated.GroupBy(f => SegmentFields.DocValuesSuffix(f, fieldsFile), StringComparer.Ordinal))
        {
            if (group.Key is null) continue;
            var reader = new Lucene80DocValuesReader(new SegmentReadState(directory, Commit.Info, fields, $"{generation}_{group.Key}"));
            foreach (FieldInfo field in group) _updatesByField[field.Name] = reader;
        }
    }

    private FieldInfo? Find(string field, DocValuesType type) => FieldInfos.Find(field) is { } info && info.DocValuesType == type ? info : null;

    private Lucene80DocValuesReader? DocValuesOf(string field) => _updatesByField.GetValueOrDefault(field) ?? _core.GetDocValues(field);
}
