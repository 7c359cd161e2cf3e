using System.Globalization;
using System.Text;
using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Tests.Codecs.Lucene80;

/// <summary>Norms and doc values as text, in the form of the oracle's DumpIndex.</summary>
internal static class DocValuesText
{
    private const int PerLine = 16;

    public static string OfNorms(SegmentReadState state)
    {
        var reader = new Lucene80NormsReader(state);
        var text = new StringBuilder();
        foreach (FieldInfo field in state.Fields.Where(f => f.HasNorms).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            text.Append($"norms {field.Name}\n");
            NumericDocValues norms = reader.GetNorms(field)!;
            Values(text, norms, () => norms.LongValue.ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    public static string OfDocValues(SegmentReadState state) => OfDocValues(state.Fields, new Lucene80DocValuesReader(state));

    public static string OfDocValues(IEnumerable<FieldInfo> fields, Lucene80DocValuesReader reader)
    {
        var text = new StringBuilder();
        foreach (FieldInfo field in fields.OrderBy(f => f.Name, StringComparer.Ordinal)) Append(text, field, reader);
        return text.ToString();
    }

    private static void Append(StringBuilder text, FieldInfo field, Lucene80DocValuesReader reader)
    {
        if (reader.GetNumeric(field) is { } numbers)
        {
            text.Append($"numeric {field.Name}\n");
            Values(text, numbers, () => numbers.LongValue.ToString(CultureInfo.InvariantCulture));
        }
        else if (reader.GetBinary(field) is { } bytes)
        {
            text.Append($"binary {field.Name}\n");
            Values(text, bytes, () => DumpText.Ascii(bytes.BinaryValue));
        }
        else if (reader.GetSorted(field) is { } sorted)
        {
            text.Append($"sorted {field.Name} count={sorted.ValueCount}\n");
            for (int ord = 0; ord < sorted.ValueCount; ord++) text.Append($" ord {ord}={DumpText.Ascii(sorted.LookupOrd(ord))}\n");
            Values(text, sorted, () => sorted.OrdValue.ToString(CultureInfo.InvariantCulture));
        }
        else if (reader.GetSortedSet(field) is { } sets)
        {
            text.Append($"sortedset {field.Name} count={sets.ValueCount}\n");
            for (long ord = 0; ord < sets.ValueCount; ord++) text.Append($" ord {ord}={DumpText.Ascii(sets.LookupOrd(ord))}\n");
            Values(text, sets, () => Ords(sets));
        }
        else if (reader.GetSortedNumeric(field) is { } lists)
        {
            text.Append($"sortednumeric {field.Name}\n");
            Values(text, lists, () => string.Join(',', Enumerable.Range(0, lists.ValueCount).Select(_ => lists.NextValue())));
        }
    }

    private static string Ords(SortedSetDocValues sets)
    {
        List<long> ords = [];
        for (long ord = sets.NextOrd(); ord != SortedSetDocValues.NoMoreOrds; ord = sets.NextOrd()) ords.Add(ord);
        return string.Join(',', ords);
    }

    private static void Values(StringBuilder text, DocIdSetIterator docs, Func<string> value)
    {
        int onLine = 0;
        while (docs.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            text.Append($" {docs.DocId}={value()}");
            if (++onLine < PerLine) continue;
            text.Append('\n');
            onLine = 0;
        }

        if (onLine > 0) text.Append('\n');
    }
}
