using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene86;

/// <summary>
/// The index sort at the end of a .si file.
/// <code>
/// vInt count, then per key: str provider and
///   SortField               str field, str type, i32 reverse, i32 hasMissing [missing]
///   SortedNumericSortField  str field, str type, i32 reverse, i32 selector, i32 hasMissing [missing]
///   SortedSetSortField      str field, i32 reverse, i32 selector, i32 missing (0 none, 1 first, 2 last)
/// missing = i32 for STRING (1 first, 0 last), INT and FLOAT; i64 for LONG and DOUBLE
/// </code>
/// </summary>
internal static class Lucene86IndexSortFormat
{
    private const string Single = "SortField";
    private const string Numeric = "SortedNumericSortField";
    private const string Set = "SortedSetSortField";

    public static IReadOnlyList<IndexSortField> Read(IndexInput input)
    {
        int count = input.ReadVInt("number of sort fields", input.Remaining);
        var fields = new List<IndexSortField>();
        for (int i = 0; i < count; i++) fields.Add(ReadField(input));
        return fields;
    }

    public static void Write(IndexOutput output, IReadOnlyList<IndexSortField> sort)
    {
        output.WriteVInt(sort.Count);
        foreach (IndexSortField field in sort)
        {
            output.WriteString(field.Provider);
            output.WriteString(field.Field);
            if (field.Provider != Set) output.WriteString(field.Type);
            output.WriteInt32(field.Reverse ? 1 : 0);
            if (field.Provider != Single) output.WriteInt32(field.Selector);
            WriteMissing(output, field);
        }
    }

    private static void WriteMissing(IndexOutput output, IndexSortField field)
    {
        if (field.Provider == Set)
        {
            output.WriteInt32((int)(field.MissingValue ?? 0));
            return;
        }

        output.WriteInt32(field.MissingValue is null ? 0 : 1);
        if (field.MissingValue is not { } value) return;
        if (field.Type is "LONG" or "DOUBLE") output.WriteInt64(value);
        else output.WriteInt32((int)value);
    }

    private static IndexSortField ReadField(IndexInput input)
    {
        long at = input.Position;
        string provider = input.ReadString();
        if (provider is not (Single or Numeric or Set)) throw new CorruptIndexException($"sort field provider '{provider}' is unknown", input.Name, at);
        string field = input.ReadString();
        string type = provider == Set ? "STRING" : input.ReadString();
        bool reverse = ReadInt(input, "reverse flag", 1) == 1;
        int selector = provider == Single ? 0 : ReadInt(input, "selector", provider == Set ? 3 : 1);
        return new IndexSortField(provider, field, type, reverse, selector, ReadMissing(input, provider, type));
    }

    private static long? ReadMissing(IndexInput input, string provider, string type)
    {
        if (provider == Set)
        {
            int missing = ReadInt(input, "missing value", 2);
            return missing == 0 ? null : missing;
        }

        if (ReadInt(input, "missing value flag", 1) == 0) return null;
        long at = input.Position;
        return type switch
        {
            "STRING" or "INT" or "FLOAT" => input.ReadInt32(),
            "LONG" or "DOUBLE" => input.ReadInt64(),
            _ => throw new CorruptIndexException($"sort field type '{type}' is unknown", input.Name, at),
        };
    }

    private static int ReadInt(IndexInput input, string what, int max)
    {
        long at = input.Position;
        int value = input.ReadInt32();
        if (value < 0 || value > max) throw new CorruptIndexException($"{what} is {value}, expected 0 to {max}", input.Name, at);
        return value;
    }
}
