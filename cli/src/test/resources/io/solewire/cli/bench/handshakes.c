/* Bare WebSocket handshakes by epoll, one thread a processor: answers each upgrade request with its
 * 101 and does nothing else. A yardstick, not a server. Usage: handshakes PORT THREADS */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static int port;

static uint32_t left(uint32_t x, int n) { return x << n | x >> (32 - n); }

static void block(uint32_t h[5], const uint8_t *p) {
  uint32_t w[80], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
  for (int i = 0; i < 16; i++)
    w[i] = (uint32_t)p[4 * i] << 24 | p[4 * i + 1] << 16 | p[4 * i + 2] << 8 | p[4 * i + 3];
  for (int i = 16; i < 80; i++) w[i] = left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  for (int i = 0; i < 80; i++) {
    uint32_t f = i < 20   ? (b & c) | (~b & d)
                 : i < 40 ? b ^ c ^ d
                 : i < 60 ? (b & c) | (b & d) | (c & d)
                          : b ^ c ^ d;
    uint32_t k = i < 20 ? 0x5A827999 : i < 40 ? 0x6ED9EBA1 : i < 60 ? 0x8F1BBCDC : 0xCA62C1D6;
    uint32_t t = left(a, 5) + f + e + k + w[i];
    e = d, d = c, c = left(b, 30), b = a, a = t;
  }
  h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
}

/* Of the 24 characters of a key and the 36 of RFC 6455: 60 bytes, two blocks. */
static void accept_of(const char *key, char out[29]) {
  static const char *alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  uint8_t text[128] = {0}, sum[21] = {0};
  uint32_t h[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  memcpy(text, key, 24);
  memcpy(text + 24, "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", 36);
  text[60] = 0x80, text[126] = 60 * 8 >> 8, text[127] = (uint8_t)(60 * 8);
  block(h, text), block(h, text + 64);
  for (int i = 0; i < 20; i++) sum[i] = h[i / 4] >> (24 - 8 * (i % 4));
  for (int i = 0; i < 7; i++) {
    uint32_t v = sum[3 * i] << 16 | sum[3 * i + 1] << 8 | sum[3 * i + 2];
    for (int j = 0; j < 4; j++) out[4 * i + j] = alphabet[v >> (18 - 6 * j) & 63];
  }
  out[27] = '=', out[28] = 0;
}

static void answer(int fd) {
  char in[4096], out[256], accepted[29];
  ssize_t n = read(fd, in, sizeof in - 1);
  if (n <= 0) {
    if (n == 0 || errno != EAGAIN) close(fd);
    return;
  }
  in[n] = 0;
  char *key = strcasestr(in, "sec-websocket-key: ");
  if (!key || key + 19 + 24 > in + n) return; /* a frame: nobody waits for an answer */
  accept_of(key + 19, accepted);
  int length = snprintf(out, sizeof out,
                        "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n"
                        "connection: upgrade\r\nsec-websocket-accept: %s\r\n\r\n",
                        accepted);
  if (write(fd, out, length) != length) close(fd);
}

static void *serve(void *unused) {
  int one = 1, door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), poll = epoll_create1(0);
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(port)};
  struct epoll_event event = {.events = EPOLLIN, .data.fd = door}, ready[256];
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  setsockopt(door, SOL_SOCKET, SO_REUSEPORT, &one, sizeof one);
  if (bind(door, (struct sockaddr *)&here, sizeof here) || listen(door, 4096)) {
    perror("listen");
    exit(1);
  }
  epoll_ctl(poll, EPOLL_CTL_ADD, door, &event);
  for (;;) {
    int n = epoll_wait(poll, ready, 256, -1);
    for (int i = 0; i < n; i++) {
      int fd = ready[i].data.fd;
      if (fd != door) {
        answer(fd);
        continue;
      }
      for (int come; (come = accept4(door, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
        setsockopt(come, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        struct epoll_event wanted = {.events = EPOLLIN, .data.fd = come};
        epoll_ctl(poll, EPOLL_CTL_ADD, come, &wanted);
      }
    }
  }
  return unused;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  port = atoi(argv[1]);
  for (int i = 1; i < atoi(argv[2]); i++) {
    pthread_t thread;
    pthread_create(&thread, NULL, serve, NULL);
  }
  serve(NULL);
}
