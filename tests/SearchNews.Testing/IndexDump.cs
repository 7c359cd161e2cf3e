using System.Text;
using SearchNews.Lucene.Codecs.Lucene87;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Testing;

/// <summary>
/// The logical content of an index as text, line by line what <c>tests/oracle/src/DumpIndex.java</c> prints of it, so that the two can be compared. The head of that
/// file describes the lines.
/// </summary>
public sealed class IndexDump
{
    private const int PerLine = 16;
    private const int MinSkipped = 128;

    /// <summary>All sections that do not depend on how documents are spread over segments or who wrote them.</summary>
    public static readonly string[] ContentSections = ["terms", "postings", "norms", "docvalues", "stored"];

    private static readonly string[] AllSections = ["commit", "segment", "fields", "impacts", .. ContentSections];

    private static readonly Dictionary<IndexOptions, string> OptionNames = new()
    {
        [IndexOptions.None] = "NONE",
        [IndexOptions.Docs] = "DOCS",
        [IndexOptions.DocsAndFreqs] = "DOCS_AND_FREQS",
        [IndexOptions.DocsAndFreqsAndPositions] = "DOCS_AND_FREQS_AND_POSITIONS",
        [IndexOptions.DocsAndFreqsAndPositionsAndOffsets] = "DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS",
    };

    private static readonly Dictionary<DocValuesType, string> TypeNames = new()
    {
        [DocValuesType.None] = "NONE",
        [DocValuesType.Numeric] = "NUMERIC",
        [DocValuesType.Binary] = "BINARY",
        [DocValuesType.Sorted] = "SORTED",
        [DocValuesType.SortedSet] = "SORTED_SET",
        [DocValuesType.SortedNumeric] = "SORTED_NUMERIC",
    };

    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _sections;

    private IndexDump(IEnumerable<string> sections) => _sections = new HashSet<string>(sections, StringComparer.Ordinal);

    /// <summary>Dumps the named sections (commit, segment, fields, terms, postings, impacts, norms, docvalues, stored), or all when none is named.</summary>
    public static string Of(DirectoryReader reader, params string[] sections)
    {
        ArgumentNullException.ThrowIfNull(reader);
        IndexDump dump = new(sections.Length > 0 ? sections : AllSections);
        dump.Index(reader);
        return dump._text.ToString();
    }

    private void Index(DirectoryReader reader)
    {
        if (_sections.Contains("commit"))
        {
            _text.Append($"commit {reader.Commit.FileName} generation={reader.Generation} version={reader.Commit.LuceneVersion} userData");
            Keys(reader.CommitUserData);
            _text.Append('\n');
        }

        foreach (LeafReaderContext leaf in reader.Leaves) Segment((SegmentReader)leaf.Reader);
    }

    private void Segment(SegmentReader leaf)
    {
        if (_sections.Contains("segment")) SegmentFacts(leaf);
        FieldInfo[] fields = [.. leaf.FieldInfos.OrderBy(f => f.Name, StringComparer.Ordinal)];
        if (_sections.Contains("fields"))
        {
            foreach (FieldInfo field in fields) Field(field);
        }

        foreach (FieldInfo field in fields) Terms(field, leaf);
        foreach (FieldInfo field in fields)
        {
            if (!_sections.Contains("norms") || !field.HasNorms) continue;
            NumericDocValues norms = Found(leaf.GetNormValues(field.Name), field);
            _text.Append($"norms {Ascii.Of(field.Name)}\n");
            Values(norms, () => _text.Append(norms.LongValue));
        }

        if (_sections.Contains("docvalues"))
        {
            foreach (FieldInfo field in fields) DocValues(field, leaf);
        }

        if (_sections.Contains("stored")) Stored(leaf);
    }

    private void SegmentFacts(SegmentReader leaf)
    {
        SegmentCommitInfo commit = leaf.Commit;
        SegmentInfo info = commit.Info;
        _text.Append($"segment {info.Name} maxDoc={leaf.MaxDoc} numDocs={leaf.NumDocs} version={info.Version} compound={(info.IsCompoundFile ? "true" : "false")}");
        _text.Append($" codec=Lucene87 delGen={commit.DeletesGen} fieldInfosGen={commit.FieldInfosGen} docValuesGen={commit.DocValuesGen}\n");
        _text.Append($" id {Convert.ToHexStringLower(info.Id)}\n");
        foreach ((string key, string value) in info.Attributes.OrderBy(p => p.Key, StringComparer.Ordinal)) _text.Append($" attribute {Ascii.Of(key)}={Ascii.Of(value)}\n");
        foreach ((string key, string value) in info.Diagnostics.OrderBy(p => p.Key, StringComparer.Ordinal)) _text.Append($" diagnostic {Ascii.Of(key)}={Ascii.Of(value)}\n");
        int onLine = 0;
        for (int doc = 0; leaf.LiveDocs is { } live && doc < leaf.MaxDoc; doc++)
        {
            if (live[doc]) continue;
            _text.Append(onLine == 0 ? " deleted " : " ").Append(doc);
            EndValue(ref onLine);
        }

        if (onLine > 0) _text.Append('\n');
    }

    private void Field(FieldInfo field)
    {
        _text.Append($"field {Ascii.Of(field.Name)} number={field.Number} index={OptionNames[field.IndexOptions]} norms={Lower(field.HasNorms)}");
        _text.Append($" payloads={Lower(field.HasPayloads)} vectors={Lower(field.HasTermVectors)} docValues={TypeNames[field.DocValuesType]} docValuesGen={field.DocValuesGen} attributes");
        Keys(field.Attributes);
        _text.Append('\n');
    }

    private void Terms(FieldInfo field, SegmentReader leaf)
    {
        bool lines = _sections.Contains("terms");
        bool postings = _sections.Contains("postings");
        bool impacts = _sections.Contains("impacts");
        if (!(lines || postings || impacts) || leaf.GetTerms(field.Name) is not { } terms) return;
        _text.Append($"terms {Ascii.Of(field.Name)} count={terms.Size} docCount={terms.DocCount} sumDocFreq={terms.SumDocFreq} sumTotalTermFreq={terms.SumTotalTermFreq}");
        _text.Append($" min={Ascii.Of(terms.Min.Span)} max={Ascii.Of(terms.Max.Span)}\n");
        TermsEnum all = terms.GetTermsEnum();
        PostingsEnum? reused = null;
        while (all.MoveNext())
        {
            _text.Append(" term ");
            Ascii.Append(_text, all.Term);
            _text.Append(" df=").Append(all.DocFreq).Append(" ttf=").Append(all.TotalTermFreq).Append('\n');
            if (postings) Postings(field, reused = all.Postings(PostingsFlags.All, reused));
            if (impacts && all.DocFreq > MinSkipped && field.HasFreqs) Impacts(all.Impacts(PostingsFlags.Freqs));
        }
    }

    private void Postings(FieldInfo field, PostingsEnum docs)
    {
        for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = docs.NextDoc())
        {
            _text.Append("  ").Append(doc);
            if (field.HasFreqs) _text.Append(':').Append(docs.Freq);
            if (field.HasPositions) Positions(field, docs);
            _text.Append('\n');
        }
    }

    private void Positions(FieldInfo field, PostingsEnum docs)
    {
        for (int i = 0; i < docs.Freq; i++)
        {
            _text.Append(i == 0 ? '[' : ',').Append(docs.NextPosition());
            if (field.HasOffsets) _text.Append('@').Append(docs.StartOffset).Append('-').Append(docs.EndOffset);
            if (docs.Payload.IsEmpty) continue;
            _text.Append('#');
            Ascii.Append(_text, docs.Payload);
        }

        _text.Append(']');
    }

    private void Impacts(ImpactsEnum docs)
    {
        for (int target = 1; ; target = docs.GetDocIdUpTo(0) + 1)
        {
            docs.AdvanceShallow(target);
            _text.Append("  impacts ").Append(target).Append(':');
            for (int level = 0; level < docs.LevelCount; level++)
            {
                _text.Append(level == 0 ? " " : " | ").Append(UpTo(docs.GetDocIdUpTo(level)));
                char separator = ' ';
                foreach (Impact impact in docs.GetImpacts(level))
                {
                    _text.Append(separator).Append(impact.Freq).Append('/').Append(impact.Norm);
                    separator = ',';
                }
            }

            _text.Append('\n');
            if (docs.GetDocIdUpTo(0) == DocIdSetIterator.NoMoreDocs) return;
        }
    }

    private void DocValues(FieldInfo field, SegmentReader leaf)
    {
        string name = Ascii.Of(field.Name);
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric:
                _text.Append($"numeric {name}\n");
                NumericDocValues numeric = Found(leaf.GetNumericDocValues(field.Name), field);
                Values(numeric, () => _text.Append(numeric.LongValue));
                break;
            case DocValuesType.Binary:
                _text.Append($"binary {name}\n");
                BinaryDocValues binary = Found(leaf.GetBinaryDocValues(field.Name), field);
                Values(binary, () => Ascii.Append(_text, binary.BinaryValue));
                break;
            case DocValuesType.Sorted:
                SortedDocValues sorted = Found(leaf.GetSortedDocValues(field.Name), field);
                Ords($"sorted {name}", sorted.ValueCount, ord => sorted.LookupOrd((int)ord));
                Values(sorted, () => _text.Append(sorted.OrdValue));
                break;
            case DocValuesType.SortedSet:
                SortedSetDocValues sortedSet = Found(leaf.GetSortedSetDocValues(field.Name), field);
                Ords($"sortedset {name}", sortedSet.ValueCount, ord => sortedSet.LookupOrd(ord));
                Values(sortedSet, () => Ords(sortedSet));
                break;
            case DocValuesType.SortedNumeric:
                _text.Append($"sortednumeric {name}\n");
                SortedNumericDocValues numbers = Found(leaf.GetSortedNumericDocValues(field.Name), field);
                Values(numbers, () => Numbers(numbers));
                break;
        }
    }

    private delegate ReadOnlySpan<byte> Lookup(long ord);

    private void Ords(string head, long count, Lookup lookup)
    {
        _text.Append($"{head} count={count}\n");
        for (long ord = 0; ord < count; ord++)
        {
            _text.Append(" ord ").Append(ord).Append('=');
            Ascii.Append(_text, lookup(ord));
            _text.Append('\n');
        }
    }

    private void Ords(SortedSetDocValues values)
    {
        string separator = "";
        for (long ord = values.NextOrd(); ord != SortedSetDocValues.NoMoreOrds; ord = values.NextOrd())
        {
            _text.Append(separator).Append(ord);
            separator = ",";
        }
    }

    private void Numbers(SortedNumericDocValues values)
    {
        for (int i = 0; i < values.ValueCount; i++) _text.Append(i == 0 ? "" : ",").Append(values.NextValue());
    }

    private void Values(DocIdSetIterator docs, Action append)
    {
        int onLine = 0;
        for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = docs.NextDoc())
        {
            _text.Append(' ').Append(doc).Append('=');
            append();
            EndValue(ref onLine);
        }

        if (onLine > 0) _text.Append('\n');
    }

    private void Stored(SegmentReader leaf)
    {
        StoredLines visitor = new(_text);
        StoredFieldsCursor cursor = leaf.NewStoredFieldsCursor();
        for (int doc = 0; doc < leaf.MaxDoc; doc++)
        {
            _text.Append($"stored {doc}\n");
            cursor.VisitDocument(doc, visitor);
        }
    }

    private void Keys(IReadOnlyDictionary<string, string> map)
    {
        foreach ((string key, string value) in map.OrderBy(p => p.Key, StringComparer.Ordinal)) _text.Append($" {Ascii.Of(key)}={Ascii.Of(value)}");
    }

    private void EndValue(ref int onLine)
    {
        if (++onLine < PerLine) return;
        _text.Append('\n');
        onLine = 0;
    }

    private static T Found<T>(T? values, FieldInfo field)
        where T : class => values ?? throw new CorruptIndexException($"field '{field.Name}' should have {typeof(T).Name} and has none", "fields", 0);

    private static string UpTo(int doc) => doc == DocIdSetIterator.NoMoreDocs ? "end" : $"{doc}";

    private static string Lower(bool value) => value ? "true" : "false";

    private sealed class StoredLines(StringBuilder text) : StoredFieldVisitor
    {
        public override Decision NeedsField(FieldInfo field) => Decision.Yes;

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => Line(field, "string", Ascii.Of(utf8));

        public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) => Line(field, "binary", Ascii.Of(value));

        public override void Int32Field(FieldInfo field, int value) => Line(field, "int", $"{value}");

        public override void Int64Field(FieldInfo field, long value) => Line(field, "long", $"{value}");

        public override void SingleField(FieldInfo field, float value) => Line(field, "float", $"{BitConverter.SingleToInt32Bits(value):x8}");

        public override void DoubleField(FieldInfo field, double value) => Line(field, "double", $"{BitConverter.DoubleToInt64Bits(value):x16}");

        private void Line(FieldInfo field, string type, string value) => text.Append($" {Ascii.Of(field.Name)} {type} {value}\n");
    }
}
