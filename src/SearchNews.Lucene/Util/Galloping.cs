namespace SearchNews.Lucene.Util;

/// <summary>Finds numbers in long ascending lists, in steps that double: cheap where the next is near, and never worse than twice a bisection.</summary>
internal static class Galloping
{
    /// <summary>Index of the first of the ascending <paramref name="numbers"/>, from <paramref name="from"/> on, that is at or above <paramref name="target"/>; their count when there is none.</summary>
    public static int FindFirstAtLeast(ReadOnlySpan<int> numbers, int from, int target)
    {
        if (from >= numbers.Length || numbers[from] >= target) return from;

        // What is at low is below the target, what is at high is not, or is the end.
        int low = from;
        int step = 1;
        while (step < numbers.Length - low && numbers[low + step] < target)
        {
            low += step;
            step <<= 1;
        }

        int high = Math.Min(low + step, numbers.Length);
        while (high - low > 1)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (numbers[middle] < target) low = middle;
            else high = middle;
        }

        return high;
    }
}
