/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* usage: first-frame PROGRAM [ARGUMENT...]
 *
 * Starts a program on an X screen that shows nothing else, and prints after how many
 * milliseconds the middle of the screen is drawn on. Seen from outside, so that any two
 * programs are measured alike. */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define LIMIT (20 * G_USEC_PER_SEC)

static unsigned long
read_middle (Display *display)
{
  int     screen = DefaultScreen (display);
  int     x = DisplayWidth (display, screen) / 2;
  int     y = DisplayHeight (display, screen) / 2;
  XImage *image
    = XGetImage (display, DefaultRootWindow (display), x, y, 1, 1, AllPlanes, ZPixmap);
  unsigned long pixel = XGetPixel (image, 0, 0);

  XDestroyImage (image);
  return pixel;
}

static pid_t
start (char **argv)
{
  pid_t child = fork ();

  if (child != 0)
    return child;
  execvp (argv[0], argv);
  perror (argv[0]);
  _exit (127);
}

int
main (int argc, char **argv)
{
  Display      *display = XOpenDisplay (NULL);
  unsigned long empty;
  gint64        begun;
  pid_t         child;

  if (display == NULL || argc < 2)
    {
      fprintf (stderr, "usage: first-frame PROGRAM [ARGUMENT...], on an X display\n");
      return 2;
    }
  empty = read_middle (display);
  begun = g_get_monotonic_time ();
  child = start (argv + 1);
  while (read_middle (display) == empty && g_get_monotonic_time () - begun < LIMIT)
    g_usleep (500);
  printf ("%.1f\n", (double) (g_get_monotonic_time () - begun) / 1000);
  kill (child, SIGTERM);
  waitpid (child, NULL, 0);
  XCloseDisplay (display);
  return 0;
}
