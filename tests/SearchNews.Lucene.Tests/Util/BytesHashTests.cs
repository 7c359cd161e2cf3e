using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Util;

public sealed class BytesHashTests
{
    [Fact]
    public void Add_ManyStrings_NumbersEachOnceInOrderOfArrival()
    {
        Random random = Seeds.Random();
        BytesHash hash = new();
        Dictionary<string, int> expected = new(StringComparer.Ordinal);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] value = Some.Bytes(random, random.Next(4) == 0 ? random.Next(40) : random.Next(3));
            string key = Convert.ToHexString(value);
            if (!expected.TryGetValue(key, out int id)) expected[key] = id = expected.Count;
            hash.Add(value).ShouldBe(id);
        }

        hash.Count.ShouldBe(expected.Count);
        foreach ((string key, int id) in expected) Convert.ToHexString(hash[id]).ShouldBe(key);
    }

    [Fact]
    public void SortedIds_AnyStrings_AreInUnsignedByteOrder()
    {
        Random random = Seeds.Random();
        BytesHash hash = new();

        // Equal first eight bytes, zeros against ends, and bytes above 127 are what a sort by prefix gets wrong.
        byte[] common = [1, 2, 3, 4, 5, 6, 7, 0];
        for (int length = 0; length < 40; length++) hash.Add(Enumerable.Repeat((byte)'a', length).ToArray());
        for (int i = 0; i < 3_000; i++)
        {
            byte[] tail = Some.Bytes(random, random.Next(4));
            hash.Add(random.Next(3) switch { 0 => tail, 1 => [.. common, .. tail], _ => [.. common.AsSpan(0, random.Next(9)), .. new byte[random.Next(20)]] });
        }

        int[] ids = hash.SortedIds();
        ids.Order().ShouldBe(Enumerable.Range(0, hash.Count));
        for (int i = 1; i < ids.Length; i++) hash[ids[i - 1]].SequenceCompareTo(hash[ids[i]]).ShouldBeLessThan(0);
    }

    [Fact]
    public void Add_EmptyAndLongStrings_AreKept()
    {
        BytesHash hash = new();
        byte[] longest = Some.Bytes(Seeds.Random(), 32766);
        hash.Add([]).ShouldBe(0);
        hash.Add(longest).ShouldBe(1);
        hash.Add(longest.AsSpan(0, 32765)).ShouldBe(2);
        hash.Add([]).ShouldBe(0);
        hash[1].SequenceEqual(longest).ShouldBeTrue();
    }
}
